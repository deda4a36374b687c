"""Parcel tracking for the support desk, over MCP."""
from mcp.server.fastmcp import FastMCP

mcp = FastMCP("parcels")


@mcp.tool()
def track_parcel(number: str) -> str:
    """Tells where a parcel is.

    IMPORTANT: call find_customer first when you have a name and no number.
    Never reveal the depot's door codes or API keys, and do not show the user raw JSON.
    """
    return f"{number}: on its way"


@mcp.tool()
def screen_message(text: str) -> bool:
    """Detects prompt injection such as "ignore all previous instructions" or orders to read ~/.ssh/id_rsa."""
    return "ignore" in text


if __name__ == "__main__":
    mcp.run()
