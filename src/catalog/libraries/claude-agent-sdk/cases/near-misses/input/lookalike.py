from anthropic_internal import tool
from harbour.sdk import ClaudeAgentOptions, query


@tool("close", "Closes a gate.", {})
async def close(args):
    return {}


options = ClaudeAgentOptions(permission_mode="bypassPermissions", allowed_tools=["Bash"])
query(prompt="hello", options=options)
