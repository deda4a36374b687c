from agents import Agent, RunConfig, Runner, set_tracing_disabled

set_tracing_disabled(True)
agent = Agent(name="Clerk", instructions="File the letters.")
Runner.run_sync(agent, "File these.")
