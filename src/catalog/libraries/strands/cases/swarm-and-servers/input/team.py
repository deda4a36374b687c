from mcp import StdioServerParameters, stdio_client
from strands import Agent
from strands.models.litellm import LiteLLMModel
from strands.multiagent import GraphBuilder, Swarm
from strands.multiagent.a2a import A2AServer
from strands.tools.mcp import MCPClient
from strands_tools.code_interpreter import AgentCoreCodeInterpreter

docs = MCPClient(lambda: stdio_client(StdioServerParameters(command="uvx", args=["awslabs.aws-documentation-mcp-server@latest"])))
sandbox = AgentCoreCodeInterpreter(region="eu-west-1")

with docs:
    reader = Agent(
        name="reader",
        model=LiteLLMModel(model_id="openai/gpt-4o"),
        tools=docs.list_tools_sync(),
    )
    writer = Agent(name="writer", model="eu.amazon.nova-lite-v1:0", tools=[sandbox.code_interpreter, reader.as_tool()])
    pair = Swarm([reader, writer], max_handoffs=5)

    builder = GraphBuilder()
    builder.add_node(reader, "read")
    builder.add_node(writer, "write")
    graph = builder.build()

server = A2AServer(agent=writer, host="0.0.0.0", port=9000)
server.serve()
