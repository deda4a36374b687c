"""Answers questions of visitors."""
from anthropic import Anthropic
from fastapi import FastAPI
from openai import OpenAI
from pydantic import BaseModel

app = FastAPI()
claude = Anthropic()
client = OpenAI()


class Question(BaseModel):
    text: str
    tone: str


@app.post("/ask")
def ask(question: Question):
    answer = client.chat.completions.create(
        model="gpt-4o",
        messages=[
            {"role": "system", "content": f"You sell shoes. The visitor wants: {question.tone}"},
            {"role": "user", "content": question.text},
        ],
    )
    return answer.choices[0].message.content


@app.post("/claude")
def ask_claude(question: Question):
    return claude.messages.create(
        model="claude-sonnet-4-5",
        max_tokens=500,
        system="You sell shoes. " + question.tone,
        messages=[{"role": "user", "content": question.text}],
    )
