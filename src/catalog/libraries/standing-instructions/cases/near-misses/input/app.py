"""What visitors write is a message of its own."""
from fastapi import FastAPI
from openai import OpenAI

TONES = {"short": "Answer in one sentence.", "long": "Answer at length."}

app = FastAPI()
client = OpenAI()


@app.post("/ask")
def ask(text: str):
    answer = client.chat.completions.create(
        model="gpt-4o",
        messages=[
            {"role": "system", "content": f"You sell shoes. {TONES['short']}"},
            {"role": "user", "content": f"The visitor asks: {text}"},
        ],
    )
    return answer.choices[0].message.content
