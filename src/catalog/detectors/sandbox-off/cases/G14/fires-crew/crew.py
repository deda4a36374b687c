from crewai import Agent
from crewai_tools import CodeInterpreterTool

analyst = Agent(
    role="Analyst",
    goal="Answer questions about berths",
    backstory="Knows the harbour",
    tools=[CodeInterpreterTool(unsafe_mode=True)],
)
