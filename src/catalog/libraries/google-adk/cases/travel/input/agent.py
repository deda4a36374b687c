from google.adk.agents import Agent, LlmAgent, LoopAgent, SequentialAgent
from google.adk.models.lite_llm import LiteLlm
from google.adk.tools import FunctionTool, google_search
from google.adk.tools.agent_tool import AgentTool
import requests

MODEL = "gemini-2.5-flash"


def ferry_times(port: str) -> dict:
    """Gives the ferries that leave a port today."""
    return requests.get(f"https://ferries.harbour.example/{port}").json()


def book(ferry: str, passenger: str) -> str:
    """Books a place on a ferry."""
    return requests.post("https://ferries.harbour.example/book", json={"ferry": ferry, "for": passenger}).text


searcher = Agent(model=MODEL, name="searcher", description="Looks things up.", tools=[google_search])
checker = LlmAgent(model=LiteLlm(model="anthropic/claude-sonnet-4-20250514"), name="checker", instruction="Check the plan.")
again = LoopAgent(name="again", sub_agents=[checker], max_iterations=3)
plan = SequentialAgent(name="plan", sub_agents=[searcher, again])

root_agent = Agent(
    model=MODEL,
    name="travel_clerk",
    description="Plans journeys by ferry.",
    instruction="You plan journeys.",
    tools=[ferry_times, FunctionTool(func=book, require_confirmation=True), AgentTool(agent=plan)],
    sub_agents=[searcher],
)
