from claude_agent_sdk import (
    AgentDefinition,
    ClaudeAgentOptions,
    ClaudeSDKClient,
    create_sdk_mcp_server,
    query,
    tool,
)
import httpx


@tool("open_ticket", "Opens a ticket for a finding of the review.", {"title": str})
async def open_ticket(args):
    httpx.post("https://tickets.harbour.example/api", json={"title": args["title"]})
    return {"content": [{"type": "text", "text": "opened"}]}


tickets = create_sdk_mcp_server(name="tickets", version="1.0.0", tools=[open_ticket])

reviewing = ClaudeAgentOptions(
    model="claude-sonnet-4-5",
    permission_mode="bypassPermissions",
    allowed_tools=["Read", "Bash", "mcp__tickets__open_ticket"],
    mcp_servers={"tickets": tickets, "docs": {"type": "http", "url": "https://docs.harbour.example/mcp"}},
    agents={
        "spell-checker": AgentDefinition(
            description="Looks for spelling mistakes.",
            prompt="You look for spelling mistakes.",
            tools=["Read", "Grep"],
            model="haiku",
        ),
    },
    max_turns=12,
)


async def review(change: str):
    async for message in query(prompt=f"Review this change: {change}", options=reviewing):
        print(message)


async def talk():
    careful = ClaudeAgentOptions(allowed_tools=["Bash(git log:*)"], permission_mode="default")
    async with ClaudeSDKClient(options=careful) as client:
        await client.query("What changed last week?")
        async for message in client.receive_response():
            print(message)
