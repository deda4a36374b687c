from langchain.chains import RetrievalQA
from langchain_chroma import Chroma
from langchain_community.document_loaders import DirectoryLoader, PyPDFLoader, S3DirectoryLoader, WebBaseLoader
from langchain_community.vectorstores import FAISS
from langchain_core.tools import tool
from langchain_openai import ChatOpenAI, OpenAIEmbeddings
from langchain_text_splitters import RecursiveCharacterTextSplitter

embeddings = OpenAIEmbeddings(model="text-embedding-3-small")
splitter = RecursiveCharacterTextSplitter.from_tiktoken_encoder(chunk_size=500)

handbook = DirectoryLoader("./docs", glob="*.md").load()
chunks = splitter.split_documents(handbook)
staff = Chroma.from_documents(chunks, embeddings, collection_name="staff")

urls = ["https://acme.example/faq", "https://forum.acme.example/top"]
pages = [WebBaseLoader(url).load() for url in urls]
flat = [page for group in pages for page in group]
public = FAISS.from_documents(documents=splitter.split_documents(flat), embedding=embeddings)

archive = Chroma(collection_name="archive", embedding_function=embeddings)


def refresh(name: str = "reports"):
    documents = S3DirectoryLoader("acme-archive", prefix="2024/").load()
    archive.add_documents(splitter.split_documents(documents))
    archive.add_documents(PyPDFLoader(f"{name}.pdf").load_and_split(splitter))


refresh()
retriever = staff.as_retriever(search_kwargs={"k": 4})
answers = RetrievalQA.from_chain_type(llm=ChatOpenAI(model="gpt-4o"), retriever=retriever)


@tool
def look_up(query: str):
    """Look something up."""
    return public.similarity_search(query)


# What is not known is not guessed.
def load(path, loader):
    return Chroma.from_documents(loader(path).load(), embeddings, collection_name="unknown")
