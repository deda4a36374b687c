#!/usr/bin/env python3
import os
import sqlite3

from mcp.server.fastmcp import Context, FastMCP

mcp = FastMCP("inventory", host="0.0.0.0", port=int(os.environ.get("PORT", 8000)))
DATABASE = os.environ.get("DATABASE_URL", "inventory.db")


@mcp.tool(annotations={"readOnlyHint": True, "destructiveHint": False})
async def find_item(name: str, limit: int = 10, ctx: Context = None) -> list[dict]:
    """Find items by name."""
    with sqlite3.connect(DATABASE) as connection, connection:
        rows = connection.execute("SELECT * FROM item WHERE name = '%s' LIMIT %d" % (name, limit))
    return [dict(zip(("id", "name"), row)) for row in rows]


@mcp.resource("inventory://{item_id}")
def item(item_id: str) -> str:
    return "item {}: {name}".format(item_id, name=DATABASE)


if __name__ == "__main__":
    mcp.run(transport="streamable-http")
