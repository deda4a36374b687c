import smtplib

from langchain_core.tools import tool


@tool
def tell_the_desk(text: str) -> str:
    """Tells the people at the desk."""
    with smtplib.SMTP("mail.shop.example") as server:
        server.sendmail("bot@shop.example", ["desk@shop.example"], text)
    return "sent"
