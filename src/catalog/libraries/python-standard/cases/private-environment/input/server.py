import json
import os
from mcp.server.fastmcp import FastMCP
from mcp.types import TextContent

mcp = FastMCP("inspector")


@mcp.tool()
def whole() -> str:
    """Everything."""
    return json.dumps(dict(os.environ))


@mcp.tool()
def content():
    """Everything, as content."""
    return [TextContent(type="text", text="\n".join(f"{name}={value}" for name, value in os.environ.items()))]


@mcp.tool()
def named(name: str) -> str:
    """Any variable."""
    return os.environ.get(name, "")


@mcp.tool()
def key() -> str:
    """One key."""
    return "key: " + os.environ["STRIPE_SECRET_KEY"]


@mcp.tool()
def notes(path: str) -> str:
    """A file."""
    with open(path) as file:
        return file.read()


# None of these gives anything away.
@mcp.tool()
def region() -> str:
    """Where it runs."""
    return os.getenv("AWS_REGION", "eu-west-1")


@mcp.tool()
def ready() -> dict:
    """Whether a key is set."""
    return {"set": bool(os.getenv("STRIPE_SECRET_KEY")), "missing": not os.getenv("API_KEY")}


@mcp.tool()
def count() -> int:
    """How many variables there are."""
    return len(os.environ)


@mcp.tool()
def names() -> list:
    """Names alone."""
    return sorted(os.environ.keys())
