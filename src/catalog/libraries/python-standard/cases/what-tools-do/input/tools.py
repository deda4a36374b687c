import imaplib
import json
import os
import re
import smtplib
import sqlite3
import subprocess
from datetime import datetime
from pathlib import Path

from langchain_core.tools import tool


@tool
def run_shell(command: str) -> str:
    """Run a command."""
    return subprocess.run(command, shell=True, capture_output=True, text=True).stdout


@tool
def calculate(expression: str) -> str:
    """Work out an expression."""
    return str(eval(expression))


@tool
def read_notes(name: str) -> str:
    """Read notes."""
    return Path("/notes", name).read_text()


@tool
def save_note(name: str, text: str) -> str:
    """Save a note."""
    with open(f"/notes/{name}", "w") as handle:
        handle.write(text)
    return "saved"


@tool
def tidy() -> str:
    """Remove old notes."""
    for name in os.listdir("/notes"):
        _remove(name)
    return "tidy"


def _remove(name):
    os.remove(os.path.join("/notes", name))


@tool
def inbox() -> str:
    """Read the inbox."""
    box = imaplib.IMAP4_SSL("mail.example.org")
    box.select("INBOX")
    return str(box.fetch("1", "(RFC822)"))


@tool
def mail(to: str, text: str) -> str:
    """Send a mail."""
    server = smtplib.SMTP_SSL("mail.example.org")
    server.sendmail("me@example.org", [to], text)
    return "sent"


@tool
def customers(city: str) -> str:
    """Find customers in a city."""
    shop = sqlite3.connect("shop.db")
    shop.execute("CREATE TABLE IF NOT EXISTS customers (name TEXT, city TEXT)")
    shop.executemany("INSERT OR IGNORE INTO customers VALUES (?, ?)", [("Ada", "Bern"), ("Max", "Basel")])
    rows = shop.execute("SELECT name FROM customers WHERE city = ?", (city,)).fetchall()
    return json.dumps(rows)


@tool
def words(text: str) -> int:
    """Count words."""
    return len(re.findall(r"\w+", text)) + datetime.now().microsecond * 0
