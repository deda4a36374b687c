from fastapi import FastAPI
from pydantic import BaseModel

from .answer import answer

app = FastAPI()


class Question(BaseModel):
    text: str


@app.get("/health")
def health():
    return {"ok": True}


@app.post("/ask")
async def ask(question: Question):
    return {"answer": answer(question.text)}
