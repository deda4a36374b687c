from barn.haystack import Agent, Tool
from fields import haystack

Tool(name="fork", description="A fork.", function=print)
Agent(chat_generator=haystack.make(model="gpt-4o"), tools=[])
