"""What the dispatch agent can do."""
import smtplib
from email.message import EmailMessage

import psycopg
import requests
from agents import function_tool

from settings import DATABASE_URL, MAIL_FROM


@function_tool
def read_haulier_page(url: str) -> str:
    """Reads the status page that a haulier publishes."""
    return requests.get(url, timeout=10).text


@function_tool
def find_customer(reference: str) -> str:
    """Finds the customer, address and agreed price of a consignment."""
    with psycopg.connect(DATABASE_URL) as connection:
        rows = connection.execute("SELECT name, address, phone, price FROM consignments WHERE reference = %s", (reference,))
        return str(rows.fetchall())


@function_tool
def write_mail(to: str, subject: str, body: str) -> str:
    """Writes a mail to a haulier or a customer."""
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = MAIL_FROM, to, subject
    message.set_content(body)
    with smtplib.SMTP("mail.merrow-freight.example") as server:
        server.send_message(message)
    return "sent"


@function_tool
def cancel_consignment(reference: str) -> str:
    """Cancels a consignment for good."""
    with psycopg.connect(DATABASE_URL) as connection:
        connection.execute("DELETE FROM consignments WHERE reference = %s", (reference,))
    return "cancelled"
