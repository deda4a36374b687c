import os

from langchain_mcp_adapters.client import MultiServerMCPClient
from langgraph.prebuilt import create_react_agent
from mcp import ClientSession, StdioServerParameters
from mcp.client.stdio import stdio_client
from mcp.client.streamable_http import streamablehttp_client

server = StdioServerParameters(
    command="npx",
    args=["-y", "@modelcontextprotocol/server-filesystem", "/srv/data"],
    env={"LOG_LEVEL": "debug", "API_KEY": os.environ["API_KEY"]},
)


async def local():
    async with stdio_client(server) as (read, write):
        async with ClientSession(read, write) as session:
            await session.initialize()
            return await session.list_tools()


async def remote():
    async with streamablehttp_client("https://mcp.example.org/mcp") as (read, write, _):
        async with ClientSession(read, write) as session:
            return await session.call_tool("search", {"q": "tides"})


async def agent():
    client = MultiServerMCPClient({"math": {"command": "python", "args": ["math_server.py"], "transport": "stdio"}})
    return create_react_agent("openai:gpt-4.1", await client.get_tools())
