import smtplib

from langchain_core.tools import tool
from slack_sdk import WebClient

slack = WebClient(token="xoxb")


@tool
def mail(to: str, text: str) -> str:
    """Sends a mail to anybody."""
    with smtplib.SMTP("mail.shop.example") as server:
        server.sendmail("desk@shop.example", [to], text)
    return "sent"


@tool
def post(channel: str, text: str) -> str:
    """Writes into a channel."""
    slack.chat_postMessage(channel=channel, text=text)
    return "posted"
