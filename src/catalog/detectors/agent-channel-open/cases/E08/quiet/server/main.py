"""MCP server for the order desk."""
from fastmcp import FastMCP
from fastmcp.server.auth.providers.jwt import JWTVerifier

auth = JWTVerifier(
    jwks_uri="https://id.lindwurm.example/.well-known/jwks.json",
    issuer="https://id.lindwurm.example/",
    audience="order-desk",
)
mcp = FastMCP("Order desk", auth=auth)


@mcp.tool
def find_order(number: str) -> str:
    """Finds an order by its number."""
    return f"order {number}"


if __name__ == "__main__":
    mcp.run(transport="http", host="0.0.0.0", port=8000)
