"""Keeps the customer records in order."""
import sqlite3

from langchain.agents import AgentExecutor, create_tool_calling_agent
from langchain_core.prompts import ChatPromptTemplate
from langchain_core.tools import tool
from langchain_openai import ChatOpenAI

database = sqlite3.connect("customers.db")


@tool
def delete_customer(number: str) -> str:
    """Deletes a customer and all orders."""
    database.execute("DELETE FROM customers WHERE number = ?", (number,))
    database.commit()
    return "deleted"


prompt = ChatPromptTemplate.from_messages(
    [("system", "You keep customer records in order."), ("human", "{input}"), ("placeholder", "{agent_scratchpad}")]
)
model = ChatOpenAI(model="gpt-4o")
clerk = AgentExecutor(agent=create_tool_calling_agent(model, [delete_customer], prompt), tools=[delete_customer])
print(clerk.invoke({"input": "Remove whoever asked to be forgotten."}))
