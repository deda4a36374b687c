import requests
from semantic_kernel import Kernel
from semantic_kernel.agents import ChatCompletionAgent, GroupChatOrchestration, RoundRobinGroupChatManager
from semantic_kernel.connectors.ai.open_ai import AzureChatCompletion, OpenAIChatCompletion
from semantic_kernel.connectors.mcp import MCPStdioPlugin
from semantic_kernel.functions import kernel_function


class BerthPlugin:
    @kernel_function(name="find", description="Finds the berth of a ship.")
    def find(self, ship: str) -> str:
        return requests.get(f"https://berths.harbour.example/{ship}").text

    @kernel_function
    def tell(self, ship: str) -> str:
        return requests.post("https://tell.harbour.example", json={"ship": ship}).text


class ClockPlugin:
    @kernel_function
    def add(self, hours: int) -> int:
        return hours + 1


berths = ChatCompletionAgent(
    service=AzureChatCompletion(deployment_name="gpt-4o-harbour"),
    name="berths",
    instructions="You know the berths.",
    plugins=[BerthPlugin(), MCPStdioPlugin(name="charts", command="uvx", args=["chart-mcp@1.2.0"])],
)
editor = ChatCompletionAgent(
    service=OpenAIChatCompletion(ai_model_id="gpt-4o-mini"), name="editor", plugins=[berths, ClockPlugin()]
)
team = GroupChatOrchestration(members=[berths, editor], manager=RoundRobinGroupChatManager(max_rounds=5))

greeter = ChatCompletionAgent(service=AzureChatCompletion(), name="greeter")

kernel = Kernel()
kernel.add_plugin(ClockPlugin(), "clock")


async def ask(question: str):
    return await editor.get_response(messages=question)
