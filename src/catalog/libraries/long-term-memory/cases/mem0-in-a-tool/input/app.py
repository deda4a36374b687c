from agents import Agent, function_tool
from mem0 import Memory

memory = Memory()


@function_tool
def remember(text: str) -> str:
    """Keeps a fact about the customer."""
    memory.add(text, user_id="customer")
    return "kept"


@function_tool
def recall(question: str) -> str:
    """Finds what is known of the customer."""
    return str(memory.search(question, user_id="customer"))


agent = Agent(name="Clerk", instructions="Help the customer.", tools=[remember, recall])
