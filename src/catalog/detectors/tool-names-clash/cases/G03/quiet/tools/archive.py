from mcp.server.fastmcp import FastMCP

mcp = FastMCP("archive")


@mcp.tool()
def read_archive(path: str) -> str:
    """Reads a file of the archive."""
    return path


if __name__ == "__main__":
    mcp.run()
