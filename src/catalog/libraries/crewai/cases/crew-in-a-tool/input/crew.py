from crewai import Agent, Crew, Task
from crewai.tools import tool
inner = Crew(agents=[Agent(role="inner one")], tasks=[])
@tool("deep")
def deep(q: str):
    """Deep."""
    return inner.kickoff({"q": q})
outer = Agent(role="outer", tools=[deep])
