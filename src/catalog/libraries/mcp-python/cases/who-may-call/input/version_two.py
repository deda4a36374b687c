from mcp.server.mcpserver import MCPServer

server = MCPServer("Weather")


@server.tool()
def forecast(city: str) -> str:
    """The weather of tomorrow."""
    return f"dry in {city}"


if __name__ == "__main__":
    server.run(transport="streamable-http", host="0.0.0.0", port=8080)
