"""The stock of the shop, for agents."""
import uvicorn
from fastmcp import FastMCP
from starlette.middleware import Middleware

from checks import TokenCheck

mcp = FastMCP("Stock")


@mcp.tool
def in_stock(article: str) -> int:
    """How many pieces are there."""
    return 42


if __name__ == "__main__":
    uvicorn.run(mcp.http_app(middleware=[Middleware(TokenCheck)]), host="0.0.0.0", port=8080)
