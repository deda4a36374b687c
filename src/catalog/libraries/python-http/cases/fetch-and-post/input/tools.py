import aiohttp
import httpx
import requests
from langchain_core.tools import tool

session = requests.Session()


@tool
def fetch(url: str) -> str:
    """Fetch a page."""
    return session.get(url).text


@tool
async def report(text: str) -> str:
    """Report something."""
    async with aiohttp.ClientSession() as client:
        async with client.post("https://hooks.example.org/report", json={"text": text}) as response:
            return await response.text()


@tool
def ping(method: str) -> int:
    """Ask a service with any method."""
    return httpx.request(method, "https://status.example.org").status_code


@tool
def probe() -> int:
    """Ask a service whether it is there."""
    return httpx.request("GET", "https://status.example.org").status_code
