import os

from agents import (
    Agent,
    CodeInterpreterTool,
    GuardrailFunctionOutput,
    Runner,
    WebSearchTool,
    function_tool,
    handoff,
    input_guardrail,
)
from agents.mcp import MCPServerStdio


@function_tool(needs_approval=True)
def delete_account(identifier: str) -> str:
    """Delete an account."""
    os.remove(f"/accounts/{identifier}")
    return "deleted"


@input_guardrail
async def on_topic(context, agent, text):
    return GuardrailFunctionOutput(output_info=None, tripwire_triggered=False)


files = MCPServerStdio(params={"command": "npx", "args": ["-y", "@modelcontextprotocol/server-filesystem", "."]})
researcher = Agent(name="Researcher", instructions="Search.", tools=[WebSearchTool()], model="gpt-4.1")
analyst = Agent(name="Analyst", tools=[CodeInterpreterTool(tool_config={})], model="litellm/anthropic/claude-3-5-sonnet")
triage = Agent(
    name="Triage",
    instructions="Hand over.",
    handoffs=[researcher, handoff(analyst)],
    tools=[delete_account, researcher.as_tool(tool_name="research", tool_description="Research")],
    input_guardrails=[on_topic],
    mcp_servers=[files],
)


async def main(question):
    result = await Runner.run(triage, question)
    return result.final_output
