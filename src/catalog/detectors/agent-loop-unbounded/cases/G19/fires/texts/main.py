"""A writer and a reviewer work on a text until both are content."""
import asyncio

from autogen_agentchat.agents import AssistantAgent
from autogen_agentchat.teams import RoundRobinGroupChat
from autogen_agentchat.ui import Console
from autogen_ext.models.openai import OpenAIChatCompletionClient


async def main() -> None:
    model = OpenAIChatCompletionClient(model="gpt-4o")
    writer = AssistantAgent("writer", model_client=model, system_message="Write product texts.")
    reviewer = AssistantAgent("reviewer", model_client=model, system_message="Review product texts. Say DONE when content.")
    team = RoundRobinGroupChat([writer, reviewer])
    await Console(team.run_stream(task="A text for the new tent."))


asyncio.run(main())
