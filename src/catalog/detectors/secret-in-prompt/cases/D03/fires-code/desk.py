"""Answers the harbour office's questions."""
import os

from openai import OpenAI

client = OpenAI(api_key=os.environ["OPENAI_API_KEY"])
SYSTEM = "You help the harbour office. Open tickets with the token ghp_R8sQ2mVx7LpTz4KdWn6YbHc3JfGa1U9eXo5B."


def answer(question: str) -> str:
    reply = client.chat.completions.create(
        model="gpt-4o",
        messages=[{"role": "system", "content": SYSTEM}, {"role": "user", "content": question}],
    )
    return reply.choices[0].message.content
