import os

from openai import OpenAI

client = OpenAI(base_url="http://llm.harbourmark-labs.io/v1", api_key=os.environ["LLM_KEY"])


def answer(question: str) -> str:
    reply = client.chat.completions.create(
        model="support-7b",
        messages=[{"role": "user", "content": question}],
    )
    return reply.choices[0].message.content
