"""Generators of a garage."""
from garage import autogen

autogen.AssistantAgent("mechanic", llm_config={"config_list": [{"model": "diesel"}]})
