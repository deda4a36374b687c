"""The desk of the shop, for its visitors."""
from agents import Agent, Runner
from fastapi import FastAPI
from pydantic import BaseModel

app = FastAPI()


desk = Agent(
    name="Desk",
    instructions="Answer questions about orders.",
)


class Question(BaseModel):
    text: str


@app.post("/ask")
async def ask(question: Question) -> dict:
    result = await Runner.run(desk, question.text)
    return {"answer": result.final_output}
