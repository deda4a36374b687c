from langchain_openai import ChatOpenAI, OpenAIEmbeddings

MODEL_NAME = "gpt-4o"

llm = ChatOpenAI(model=MODEL_NAME, temperature=0)
embeddings = OpenAIEmbeddings(model="text-embedding-3-large")
