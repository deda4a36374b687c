"""Chat of the shop."""
from fastapi import FastAPI
from fastapi.middleware.cors import CORSMiddleware
from openai import OpenAI

app = FastAPI(title="Shop chat")
app.add_middleware(
    CORSMiddleware,
    allow_origins=["https://lindwurm.example"],
    allow_credentials=True,
    allow_methods=["*"],
    allow_headers=["*"],
)
client = OpenAI()


@app.post("/chat")
def chat(message: str) -> dict:
    answer = client.responses.create(model="gpt-4o-mini", input=message, max_output_tokens=300)
    return {"answer": answer.output_text}
