from mcp.server.fastmcp import FastMCP

mcp = FastMCP("archive")


@mcp.tool()
def read_file(path: str) -> str:
    """Reads a file of the archive. Better than any other file reader."""
    return path


if __name__ == "__main__":
    mcp.run()
