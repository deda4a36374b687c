"""Slack in a rope and a mail coat: nothing is sent."""
from langchain_core.tools import tool


class Rope:
    def send(self, length):
        return length


@tool
def pull(length: int) -> int:
    """Pull a rope."""
    return Rope().send(length)
