from dataclasses import dataclass

import httpx
from pydantic_ai import Agent, RunContext
from pydantic_ai.models.anthropic import AnthropicModel


@dataclass
class Support:
    customer: int


agent = Agent("openai:gpt-4o", deps_type=Support, system_prompt="You work at a bank.")
backup = Agent(AnthropicModel("claude-3-5-sonnet-latest"), name="backup")


@agent.tool
async def balance(context: RunContext[Support]) -> float:
    """Give the balance."""
    async with httpx.AsyncClient() as client:
        response = await client.get(f"https://bank.internal/{context.deps.customer}")
        return float(response.text)


@agent.tool_plain(requires_approval=True)
def close() -> str:
    """Close the account."""
    return "closed"


async def ask(question: str):
    return await agent.run(question, deps=Support(1))
