"""Plans journeys for members of the club, and remembers what they like."""
from agents import Agent, Runner, function_tool
from mem0 import Memory

memory = Memory()


@function_tool
def remember(text: str) -> str:
    """Keeps a fact for the next conversation."""
    memory.add(text, user_id="member")
    return "kept"


@function_tool
def recall(question: str) -> str:
    """Finds what is known of the member."""
    return str(memory.search(question, user_id="member"))


@function_tool
def distance(kilometres: int, days: int) -> str:
    """How far to go each day."""
    return f"{kilometres / days} km"

planner = Agent(
    name="Journey planner",
    instructions="Plan journeys.",
    tools=[remember, recall, distance],
)
Runner.run_sync(planner, "Plan a week in the Harz.")
