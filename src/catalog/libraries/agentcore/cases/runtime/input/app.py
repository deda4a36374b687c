from bedrock_agentcore.memory import MemoryClient
from bedrock_agentcore.runtime import BedrockAgentCoreApp
from bedrock_agentcore.tools.code_interpreter_client import code_session
from strands import Agent, tool

app = BedrockAgentCoreApp()
memory = MemoryClient(region_name="eu-west-1")


@tool
def reckon(code: str) -> str:
    """Runs Python."""
    with code_session("eu-west-1") as session:
        return session.invoke("executeCode", {"code": code, "language": "python"})


@tool
def recall(query: str) -> str:
    """What the captain said before."""
    return memory.retrieve_memories(memory_id="captains", namespace="all", query=query)


clerk = Agent(name="clerk", model="eu.amazon.nova-lite-v1:0", tools=[reckon, recall])


@app.entrypoint
def invoke(payload):
    return clerk(payload["prompt"]).message


app.run()
