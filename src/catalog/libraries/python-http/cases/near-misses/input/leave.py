"""Requests for leave, kept in a list."""
from langchain_core.tools import tool

from hr import requests


class Leave:
    def post(self, day):
        return day


@tool
def ask(day: str) -> str:
    """Ask for a day off."""
    return Leave().post(day)


@tool
def open_requests() -> str:
    """List requests for leave."""
    return requests.get("open")
