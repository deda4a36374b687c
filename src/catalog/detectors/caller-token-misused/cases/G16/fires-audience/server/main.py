"""MCP server before the order service."""
import httpx
from fastmcp import FastMCP
from fastmcp.server.auth.providers.jwt import JWTVerifier
from service_token import token_for

mcp = FastMCP(
    "Orders",
    auth=JWTVerifier(
        jwks_uri="https://id.lindwurm.example/.well-known/jwks.json",
        issuer="https://id.lindwurm.example/",
    ),
)


@mcp.tool
def list_orders(customer: str) -> str:
    """Lists the orders of a customer."""
    return httpx.get(
        "https://orders.lindwurm.internal/api/orders",
        params={"customer": customer},
        headers={"Authorization": f"Bearer {token_for('orders')}"},
    ).text


if __name__ == "__main__":
    mcp.run(transport="http", host="0.0.0.0", port=8000)
