"""Summarises tickets for the weekly report."""
from openai import OpenAI

client = OpenAI(api_key="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")


def summarise(tickets: list[str]) -> str:
    answer = client.chat.completions.create(
        model="gpt-4o-mini",
        messages=[{"role": "user", "content": "\n".join(tickets)}],
    )
    return answer.choices[0].message.content
