"""Answers questions about past tickets."""
import chromadb
from openai import OpenAI

store = chromadb.PersistentClient(path="chroma_db")
tickets = store.get_collection("tickets")


def answer(question: str) -> str:
    found = tickets.query(query_texts=[question], n_results=4)
    prompt = "\n".join(found["documents"][0]) + "\n\n" + question
    reply = OpenAI().chat.completions.create(model="gpt-4o-mini", messages=[{"role": "user", "content": prompt}])
    return reply.choices[0].message.content
