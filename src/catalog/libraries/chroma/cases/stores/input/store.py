import chromadb
from chromadb.utils.embedding_functions import OpenAIEmbeddingFunction

local = chromadb.PersistentClient(path="./index")
shared = chromadb.HttpClient(host="chroma.internal", port=8000)
docs = shared.get_or_create_collection("docs", embedding_function=OpenAIEmbeddingFunction(model_name="text-embedding-3-small"))


def remember(texts):
    docs.add(documents=texts, ids=[str(index) for index, _ in enumerate(texts)])


def search(question):
    return docs.query(query_texts=[question], n_results=3)
