"""Estate agents, from the project’s own package of that name."""
from agents import Agent

broker = Agent(name="Broker", tools=["keys"])
