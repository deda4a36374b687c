import requests
from haystack import Pipeline
from haystack.components.agents import Agent
from haystack.components.embedders import SentenceTransformersTextEmbedder
from haystack.components.generators.chat import OpenAIChatGenerator
from haystack.components.writers import DocumentWriter
from haystack.dataclasses import ChatMessage
from haystack.tools import ComponentTool, Tool, tool
from haystack_integrations.components.generators.amazon_bedrock import AmazonBedrockChatGenerator
from haystack_integrations.components.retrievers.qdrant import QdrantEmbeddingRetriever
from haystack_integrations.document_stores.qdrant import QdrantDocumentStore
from haystack_integrations.tools.mcp import MCPToolset, StdioServerInfo

store = QdrantDocumentStore(url="http://qdrant:6333", index="pilot-books", embedding_dim=384)
indexing = Pipeline()
indexing.add_component("writer", DocumentWriter(document_store=store))

asking = Pipeline()
asking.add_component("embedder", SentenceTransformersTextEmbedder(model="BAAI/bge-small-en-v1.5"))
asking.add_component("retriever", QdrantEmbeddingRetriever(document_store=store, top_k=3))


@tool
def depth(place: str) -> str:
    """Gives the depth of the water at a place."""
    return requests.get(f"https://depths.harbour.example/{place}").text


def send(text: str) -> str:
    return requests.post("https://tell.harbour.example", json={"text": text}).text


telling = Tool(
    name="tell_pilot",
    description="Tells the pilot something.",
    parameters={"type": "object", "properties": {"text": {"type": "string"}}},
    function=send,
)
charts = MCPToolset(server_info=StdioServerInfo(command="uvx", args=["chart-mcp==1.2.0"]))

pilot = Agent(
    chat_generator=OpenAIChatGenerator(model="gpt-4o-mini"),
    system_prompt="You help pilots.",
    tools=[depth, telling, charts],
    max_agent_steps=8,
)
clerk = Agent(chat_generator=AmazonBedrockChatGenerator(model="eu.amazon.nova-lite-v1:0"), tools=charts)
answer = pilot.run(messages=[ChatMessage.from_user("How deep is the north pier?")])
