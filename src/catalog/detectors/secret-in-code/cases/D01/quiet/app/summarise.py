"""Summarises tickets for the weekly report.

Set OPENAI_API_KEY first, for instance `export OPENAI_API_KEY=sk-proj-xxxxxxxxxxxxxxxxxxxxxxxx`.
"""
import hashlib
import os

from openai import OpenAI

client = OpenAI(api_key=os.environ["OPENAI_API_KEY"])
# Checksum of the prompt that was reviewed, so that nobody changes it unseen.
REVIEWED_PROMPT_SHA256 = "a202487d261e10ae9fc6c76e86bb80b0fac04676c4161b1dfb96298624a40c7d"
MODEL_DIGEST = "sha256:1e1948cd75045e5aba6971efaaf4af19296a1efb9cb79fb0d5d2ab88c909585d"


def summarise(prompt: str, tickets: list[str]) -> str:
    assert hashlib.sha256(prompt.encode()).hexdigest() == REVIEWED_PROMPT_SHA256
    answer = client.chat.completions.create(model="gpt-4o-mini", messages=[{"role": "user", "content": prompt}])
    return answer.choices[0].message.content
