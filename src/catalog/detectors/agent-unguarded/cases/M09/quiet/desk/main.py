"""The desk of the shop, for its visitors."""
from agents import Agent, Runner, GuardrailFunctionOutput, input_guardrail
from fastapi import FastAPI
from pydantic import BaseModel

app = FastAPI()


@input_guardrail
async def no_orders_to_the_model(context, agent, text) -> GuardrailFunctionOutput:
    flagged = "ignore" in str(text).lower()
    return GuardrailFunctionOutput(output_info={"flagged": flagged}, tripwire_triggered=flagged)


desk = Agent(
    name="Desk",
    instructions="Answer questions about orders.",
    input_guardrails=[no_orders_to_the_model],
)


class Question(BaseModel):
    text: str


@app.post("/ask")
async def ask(question: Question) -> dict:
    result = await Runner.run(desk, question.text)
    return {"answer": result.final_output}
