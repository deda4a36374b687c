from langchain.agents import create_agent
from langchain.agents.middleware import HumanInTheLoopMiddleware, PIIMiddleware
from langchain.chat_models import init_chat_model
from langchain.tools import tool
from langchain_core.tools import Tool
from langgraph.checkpoint.memory import InMemorySaver


def convert(amount: float) -> str:
    """Convert an amount."""
    return str(amount * 1.1)


@tool
def delete_record(identifier: str) -> str:
    """Delete one record."""
    import os

    os.remove(f"/records/{identifier}")
    return "gone"


open_agent = create_agent(
    "openai:gpt-5-mini",
    [convert, delete_record],
    system_prompt="You keep records.",
)
guarded = create_agent(
    model=init_chat_model("claude-sonnet-4-5", model_provider="anthropic"),
    tools=[delete_record, Tool(name="convert", func=convert, description="Convert an amount")],
    middleware=[
        PIIMiddleware("email", strategy="redact"),
        HumanInTheLoopMiddleware(interrupt_on={"delete_record": True}),
    ],
    checkpointer=InMemorySaver(),
    name="records",
)
