from autogen_agentchat.agents import AssistantAgent, CodeExecutorAgent
from autogen_agentchat.teams import RoundRobinGroupChat
from autogen_ext.code_executors.local import LocalCommandLineCodeExecutor
from autogen_ext.models.openai import OpenAIChatCompletionClient

client = OpenAIChatCompletionClient(model="gpt-4o")


async def lookup(name: str) -> str:
    """Look up a name."""
    return name


writer = AssistantAgent("writer", model_client=client, tools=[lookup])
runner = CodeExecutorAgent("runner", code_executor=LocalCommandLineCodeExecutor(work_dir="code"))
team = RoundRobinGroupChat([writer, runner])
