import langfuse
from agents import Agent, Runner, set_tracing_disabled

set_tracing_disabled(False)
client = langfuse.get_client()
agent = Agent(name="Clerk", instructions="File the letters.")
Runner.run_sync(agent, "File these.")
