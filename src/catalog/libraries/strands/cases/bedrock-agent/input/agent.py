import httpx
from strands import Agent, tool
from strands.models import BedrockModel
from strands_tools import calculator, file_read, shell

claude = BedrockModel(
    model_id="us.anthropic.claude-sonnet-4-20250514-v1:0",
    temperature=0.2,
    guardrail_id="gr-harbour",
    guardrail_version="1",
)


@tool
def berth(ship: str) -> str:
    """Finds the berth of a ship."""
    return httpx.get(f"https://berths.harbour.example/{ship}").text


master = Agent(
    name="Harbour master",
    model=claude,
    system_prompt="You know every berth.",
    tools=[berth, calculator, file_read, shell],
)
plain = Agent(system_prompt="You greet.")
answer = master("Where does the Dove lie?")
