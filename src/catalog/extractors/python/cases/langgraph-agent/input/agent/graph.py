import operator
from typing import Annotated, TypedDict

from langchain_core.messages import AnyMessage, SystemMessage
from langchain_core.tools import tool
from langchain_openai import ChatOpenAI
from langgraph.checkpoint.memory import MemorySaver
from langgraph.graph import END, START, StateGraph
from langgraph.prebuilt import ToolNode

from agent.tools import query_orders, send_mail


class State(TypedDict):
    messages: Annotated[list[AnyMessage], operator.add]


@tool("refund", return_direct=True)
def refund_order(order_id: str, amount: float) -> str:
    """Refund an order.

    Args:
        order_id: the order
        amount: in euros
    """
    return PAYMENTS.refund(order_id, amount)


TOOLS = [query_orders, send_mail]
TOOLS += [refund_order]
llm = ChatOpenAI(model="gpt-4o", temperature=0).bind_tools(TOOLS)


def call_model(state: State):
    system = SystemMessage(content="You help with orders.")
    return {"messages": [llm.invoke([system] + state["messages"])]}


def route(state: State):
    last = state["messages"][-1]
    return "tools" if getattr(last, "tool_calls", None) else END


graph = (
    StateGraph(State)
    .add_node("model", call_model)
    .add_node("tools", ToolNode(TOOLS))
    .add_edge(START, "model")
    .add_conditional_edges("model", route)
    .add_edge("tools", "model")
    .compile(checkpointer=MemorySaver())
)
