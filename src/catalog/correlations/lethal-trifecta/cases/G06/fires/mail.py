"""Answers the mail of customers."""
import smtplib
import sqlite3
from email.message import EmailMessage

import httpx
from agents import Agent, Runner, function_tool

database = sqlite3.connect("customers.db")


@function_tool
def read_page(address: str) -> str:
    """Reads a web page that a customer mentions."""
    return httpx.get(address).text


@function_tool
def find_customer(name: str) -> str:
    """Finds what is known of a customer."""
    rows = database.execute("SELECT * FROM customers WHERE name = ?", (name,))
    return str(rows.fetchall())


@function_tool
def send_mail(to: str, text: str) -> str:
    """Sends a mail."""
    message = EmailMessage()
    message["To"] = to
    message.set_content(text)
    with smtplib.SMTP("mail.lindwurm.example") as server:
        server.send_message(message)
    return "sent"


assistant = Agent(
    name="Mail assistant",
    instructions="Answer the mail of customers.",
    tools=[read_page, find_customer, send_mail],
)
print(Runner.run_sync(assistant, "Answer the newest mail.").final_output)
