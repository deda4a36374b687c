import smtplib
from email.message import EmailMessage

import requests
from langchain_chroma import Chroma
from langchain_core.tools import BaseTool, tool
from langchain_core.tools.retriever import create_retriever_tool

from .llm import embeddings

handbook = Chroma(collection_name="handbook", embedding_function=embeddings, persist_directory="./chroma")


@tool
def read_page(url: str) -> str:
    """Read a web page."""
    return requests.get(url, timeout=10).text


@tool("mail-customer")
def send_mail(to: str, body: str) -> str:
    """Send a mail to a customer."""
    message = EmailMessage()
    message["To"] = to
    message.set_content(body)
    with smtplib.SMTP("mail.internal") as server:
        server.send_message(message)
    return "sent"


class OrderLookup(BaseTool):
    """Look up an order by its number."""

    name: str = "order_lookup"
    description: str = "Look up an order by its number"

    def _run(self, number: str) -> str:
        with open(f"/data/orders/{number}.json") as handle:
            return handle.read()


search_handbook = create_retriever_tool(handbook.as_retriever(), "search_handbook", "Search the handbook")
TOOLS = [read_page, send_mail, OrderLookup(), search_handbook]
