"""MCP also means Minecraft Coder Pack, and many servers have a run method."""
from minecraft import FastMCP

mcp = FastMCP("world")


@mcp.tool()
def pickaxe():
    return 1


mcp.run(transport="sse")
