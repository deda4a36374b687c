"""The completion of a form, and a list of names that are only shown."""
from forms import completion

CHOICES = ["anthropic/claude-3-opus", "openai/gpt-4"]
completion(model="tax-return", messages=[])
