"""MCP server for the order desk."""
from fastmcp import FastMCP

mcp = FastMCP("Order desk")


@mcp.tool
def find_order(number: str) -> str:
    """Finds an order by its number."""
    return f"order {number}"


if __name__ == "__main__":
    mcp.run(transport="http", host="0.0.0.0", port=8000)
