from agents import Agent, Runner, function_tool, handoff

@function_tool
def search(q: str):
    """Search."""
    return q

@function_tool
def research(q: str):
    """Research."""
    sub = Agent(name="researcher", tools=[search])
    return Runner.run_sync(sub, q)

writer = Agent(name="writer")
@function_tool
def write(q: str):
    """Write."""
    return Runner.run_sync(writer, q)

billing = Agent(name="billing")
refunds = Agent(name="refunds")
critic = Agent(name="critic")
main = Agent(name="main", tools=[research, write, critic.as_tool(tool_name="c", tool_description="d")], handoffs=[billing, handoff(refunds)])
