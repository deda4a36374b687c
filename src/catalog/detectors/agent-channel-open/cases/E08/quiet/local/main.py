from mcp.server.fastmcp import FastMCP

mcp = FastMCP("Notes", host="127.0.0.1", port=8010)


@mcp.tool()
def note(text: str) -> str:
    """Keeps a note."""
    return text


if __name__ == "__main__":
    mcp.run(transport="streamable-http")
