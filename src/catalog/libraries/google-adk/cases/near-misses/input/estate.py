from google.cloud import storage
from harbour.adk.agents import Agent, SequentialAgent

# Estate agents of the harbour, not of a model.
north = Agent(name="north", model="gemini", tools=[storage.Client])
all_agents = SequentialAgent(sub_agents=[north])
