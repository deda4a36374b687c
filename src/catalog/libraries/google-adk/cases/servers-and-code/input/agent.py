import os

from google.adk.agents import LlmAgent
from google.adk.code_executors import UnsafeLocalCodeExecutor
from google.adk.runners import InMemoryRunner
from google.adk.tools.mcp_tool.mcp_session_manager import StdioConnectionParams, StreamableHTTPConnectionParams
from google.adk.tools.mcp_tool.mcp_toolset import McpToolset
from google.genai import types
from mcp import StdioServerParameters


def watch(callback_context, llm_request):
    return None


analyst = LlmAgent(
    name="analyst",
    model=os.environ.get("ANALYST_MODEL", "gemini-2.5-pro"),
    code_executor=UnsafeLocalCodeExecutor(),
    before_model_callback=watch,
    tools=[
        McpToolset(
            connection_params=StdioConnectionParams(
                server_params=StdioServerParameters(
                    command="npx", args=["-y", "@modelcontextprotocol/server-filesystem", "/srv/logs"]
                )
            )
        ),
        McpToolset(connection_params=StreamableHTTPConnectionParams(url="https://charts.harbour.example/mcp")),
    ],
)


async def ask(question: str):
    runner = InMemoryRunner(agent=analyst, app_name="charts")
    message = types.Content(role="user", parts=[types.Part(text=question)])
    async for event in runner.run_async(user_id="u", session_id="s", new_message=message):
        print(event)
