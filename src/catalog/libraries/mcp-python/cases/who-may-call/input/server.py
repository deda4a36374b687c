from fastmcp import FastMCP
from fastmcp.server.auth.providers.jwt import JWTVerifier
from fastmcp.server.dependencies import get_http_headers
import httpx

any_audience = FastMCP("Orders", auth=JWTVerifier(jwks_uri="https://id.shop.example/jwks", issuer="https://id.shop.example"))
own_audience = FastMCP(
    "Stock",
    auth=JWTVerifier(jwks_uri="https://id.shop.example/jwks", issuer="https://id.shop.example", audience="stock"),
)
open_server = FastMCP("Weather")


@any_audience.tool
def orders() -> str:
    caller = get_http_headers()
    return httpx.get("https://orders.shop.example/api", headers={"authorization": caller["authorization"]}).text


if __name__ == "__main__":
    any_audience.run(transport="http", host="0.0.0.0", port=8000)
    own_audience.run(transport="http", host="0.0.0.0", port=8001)
    open_server.run(transport="http", host="0.0.0.0", port=8002)
