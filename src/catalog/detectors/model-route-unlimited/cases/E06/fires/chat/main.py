"""Chat of the shop, for everybody."""
from fastapi import FastAPI
from openai import OpenAI

app = FastAPI(title="Shop chat")
client = OpenAI()


@app.post("/chat")
def chat(message: str) -> dict:
    answer = client.responses.create(model="gpt-4o-mini", input=message)
    return {"answer": answer.output_text}


@app.get("/health")
def health() -> dict:
    return {"up": True}
