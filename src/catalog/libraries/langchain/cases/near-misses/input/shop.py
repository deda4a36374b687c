"""Travel agents and power tools of a shop: none of them is an AI agent."""
from dataclasses import dataclass

from travel.agents import AgentExecutor, create_agent
from langchain_text_splitters import RecursiveCharacterTextSplitter


def tool(function):
    return function


@tool
def drill(depth: int) -> int:
    return depth


@dataclass
class Agent:
    name: str
    model: str = "gpt-4o"


agents = [Agent("Ada"), Agent("Grace")]
booking = create_agent("berlin", tools=[drill])
executor = AgentExecutor(agent=booking, tools=[drill])
splitter = RecursiveCharacterTextSplitter(chunk_size=1000)
