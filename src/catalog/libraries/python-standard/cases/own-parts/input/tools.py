import json
from pathlib import Path

from langchain.tools import tool


@tool("List layouts")
def list_layouts(question: str):
    """Name the layouts that can be chosen."""
    path = Path("config/layouts.json").resolve()
    with open(path, encoding="utf-8") as file:
        return json.load(file)


@tool("Show template")
def show_template(question: str):
    """Show the template of a letter."""
    return Path("templates/letter.md").read_text()


@tool("Look up customers")
def look_up_customers(question: str):
    """Show all customers."""
    with open("data/customers.json") as file:
        return file.read()


@tool("Show accounts")
def show_accounts(question: str):
    """Show the accounts."""
    with open("config/credentials.json") as file:
        return file.read()


@tool("Read")
def read(path: str):
    """Read any file."""
    with open(path) as file:
        return file.read()
