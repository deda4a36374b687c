import subprocess

import httpx
from mcp.server.fastmcp import FastMCP
from mcp.types import ToolAnnotations

mcp = FastMCP("weather", instructions="Forecasts", host="0.0.0.0", port=8080)


async def request(url: str):
    async with httpx.AsyncClient() as client:
        response = await client.get(url)
        return response.json()


@mcp.tool()
async def forecast(latitude: float, longitude: float) -> str:
    """Get the forecast for a place."""
    return await request(f"https://api.weather.gov/points/{latitude},{longitude}")


@mcp.tool(name="restart", annotations=ToolAnnotations(readOnlyHint=False, destructiveHint=True))
def restart_station(station: str) -> str:
    """Restart a station."""
    subprocess.run(f"systemctl restart {station}", shell=True)
    return "ok"


@mcp.prompt()
def report(place: str) -> str:
    """Ask for a report."""
    return f"Report on {place}"


if __name__ == "__main__":
    mcp.run(transport="streamable-http")
