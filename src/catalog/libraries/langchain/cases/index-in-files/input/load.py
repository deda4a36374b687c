from langchain_community.vectorstores import FAISS
from langchain_mongodb import MongoDBAtlasVectorSearch
from langchain_openai import OpenAIEmbeddings

embeddings = OpenAIEmbeddings(model="text-embedding-3-small")
books = FAISS.load_local("indexes/pilot-books", embeddings, allow_dangerous_deserialization=True)
careful = FAISS.load_local("indexes/tides", embeddings)
ships = MongoDBAtlasVectorSearch.from_connection_string("mongodb://db", "harbour.ships", embeddings, index_name="ships")
found = ships.similarity_search("Dove")
