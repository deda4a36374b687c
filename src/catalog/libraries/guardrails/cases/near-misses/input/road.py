"""Rails beside a road, and a guard at its gate."""
from road import Guard, LLMRails

guard = Guard().use("barrier")
rails = LLMRails("steel")
