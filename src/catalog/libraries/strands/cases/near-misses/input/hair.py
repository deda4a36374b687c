from harbour.strands import Agent, tool
from ropes import strands


@tool
def splice(rope: str) -> str:
    return rope


Agent(name="ropes", tools=[splice, strands.shell])("join")
