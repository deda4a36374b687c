import os

from googleapiclient.discovery import build
from langchain_core.tools import tool
from slack_sdk import WebClient
from twilio.rest import Client

slack = WebClient(token=os.environ["SLACK_TOKEN"])
gmail = build("gmail", "v1")


@tool
def post(channel: str, text: str) -> str:
    """Post a message."""
    return str(slack.chat_postMessage(channel=channel, text=text))


@tool
def history(channel: str) -> str:
    """Read a channel."""
    return str(slack.conversations_history(channel=channel))


@tool
def mails() -> str:
    """List mails."""
    return str(gmail.users().messages().list(userId="me").execute())


@tool
def text_message(to: str, body: str) -> str:
    """Send a text message."""
    return Client().messages.create(to=to, body=body).sid
