import asyncio

import mcp.types as types
from mcp.server import Server
from mcp.server.stdio import stdio_server

app = Server("notes")


@app.list_tools()
async def list_tools() -> list[types.Tool]:
    return [
        types.Tool(name="read_note", description="Read a note", inputSchema={"type": "object"}),
        types.Tool(name="delete_note", description="Delete a note", inputSchema={"type": "object"}),
    ]


@app.call_tool()
async def call_tool(name: str, arguments: dict):
    import os

    if name == "delete_note":
        os.remove(arguments["path"])
    return [types.TextContent(type="text", text="done")]


async def main():
    async with stdio_server() as (read, write):
        await app.run(read, write, app.create_initialization_options())


asyncio.run(main())
