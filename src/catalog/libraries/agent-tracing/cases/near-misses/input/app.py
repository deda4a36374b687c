import langfuse
from agents import Agent, RunConfig, Runner, set_tracing_disabled

set_tracing_disabled(False)
client = langfuse.get_client()
agent = Agent(name="Clerk", instructions="File the letters.")
Runner.run_sync(agent, "File these.")

quiet_agent = Agent(name="Typist", instructions="Type.")
Runner.run_sync(quiet_agent, "Type this.", run_config=RunConfig(tracing_disabled=True))
