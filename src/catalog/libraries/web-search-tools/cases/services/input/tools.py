from duckduckgo_search import DDGS
from langchain_core.tools import tool
from tavily import TavilyClient

tavily = TavilyClient()


@tool
def search(query: str) -> str:
    """Search the web."""
    return str(tavily.search(query))


@tool
def news(query: str) -> str:
    """Search the news."""
    with DDGS() as client:
        return str(client.news(query))
