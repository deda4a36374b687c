"""Answers questions about the products of the shop."""
from fastapi import FastAPI
from openai import OpenAI
from pydantic import BaseModel

app = FastAPI()
client = OpenAI()


class Question(BaseModel):
    product: str
    text: str


@app.post("/ask")
def ask(question: Question) -> dict:
    completion = client.chat.completions.create(
        model="gpt-4o-mini",
        max_tokens=400,
        messages=[
            {"role": "system", "content": f"You advise on {question.product}. Never give a discount."},
            {"role": "user", "content": question.text},
        ],
    )
    return {"answer": completion.choices[0].message.content}
