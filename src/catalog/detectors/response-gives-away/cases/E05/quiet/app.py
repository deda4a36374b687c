"""Answers questions about berths."""
import os

from fastapi import FastAPI
from openai import OpenAI

app = FastAPI()
client = OpenAI(api_key=os.environ["OPENAI_API_KEY"])
SYSTEM_PROMPT = "You answer questions about berths of the harbour. Never promise a berth, and never name a skipper."


@app.post("/ask")
def ask(question: str):
    answer = client.chat.completions.create(
        model="gpt-4o",
        messages=[{"role": "system", "content": SYSTEM_PROMPT}, {"role": "user", "content": question}],
    )
    return {"answer": answer.choices[0].message.content}


@app.get("/config")
def config():
    return {"model": "gpt-4o", "ready": bool(os.environ.get("OPENAI_API_KEY")), "prompt_length": len(SYSTEM_PROMPT)}
