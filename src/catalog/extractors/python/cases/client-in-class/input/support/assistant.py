"""Answers support tickets."""
import json
import os
from typing import Any

from openai import OpenAI

from .prompts import SYSTEM_PROMPT as PROMPT

DEFAULT_MODEL = "gpt-4o-mini"


class SupportAssistant:
    """Answers tickets with the help of a model.

    Keeps no state between tickets.
    """

    temperature: float = 0.2
    max_retries = 3

    def __init__(self, model: str | None = None, client: OpenAI | None = None) -> None:
        self.model = model or os.environ.get("SUPPORT_MODEL", DEFAULT_MODEL)
        self.client = client or OpenAI(
            api_key=os.environ["OPENAI_API_KEY"],
            base_url=os.getenv("OPENAI_BASE_URL"),
            max_retries=self.max_retries,
        )
        self.history: list[dict[str, Any]] = []

    @property
    def name(self) -> str:
        return f"assistant:{self.model}"

    def answer(self, ticket: dict[str, Any], *, stream: bool = False) -> str:
        """Gives the answer to one ticket."""
        messages = [
            {"role": "system", "content": PROMPT},
            {"role": "user", "content": f"Ticket {ticket['id']}: {ticket['body']}"},
        ]
        response = self.client.chat.completions.create(
            model=self.model,
            messages=messages,
            temperature=self.temperature,
            **{"max_tokens": 512},
        )
        text = response.choices[0].message.content
        self.history.append({"ticket": ticket["id"], "answer": text})
        return text or ""

    @classmethod
    def from_file(cls, path: str) -> "SupportAssistant":
        with open(path) as handle:
            options = json.load(handle)
        return cls(**options)


if __name__ == "__main__":
    assistant = SupportAssistant()
    print(assistant.answer({"id": 1, "body": input("> ")}))
