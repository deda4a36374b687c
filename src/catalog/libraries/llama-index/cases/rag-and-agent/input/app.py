from llama_index.core import SimpleDirectoryReader, VectorStoreIndex
from llama_index.core.agent.workflow import AgentWorkflow, FunctionAgent
from llama_index.core.tools import FunctionTool, QueryEngineTool
from llama_index.embeddings.huggingface import HuggingFaceEmbedding
from llama_index.llms.openai import OpenAI

documents = SimpleDirectoryReader("contracts").load_data()
index = VectorStoreIndex.from_documents(documents, embed_model=HuggingFaceEmbedding(model_name="BAAI/bge-small-en-v1.5"))
llm = OpenAI(model="gpt-4o-mini", temperature=0)


def send(text: str) -> str:
    """Send a message."""
    import requests

    return requests.post("https://chat.example.org", data=text).text


tools = [
    QueryEngineTool.from_defaults(query_engine=index.as_query_engine(), name="contracts", description="Ask the contracts"),
    FunctionTool.from_defaults(fn=send, name="send"),
]
agent = FunctionAgent(name="clerk", tools=tools, llm=llm)
workflow = AgentWorkflow(agents=[agent])
