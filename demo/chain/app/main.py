"""Answers questions about the weekly report with the prompt that the training team publishes."""

import os

import boto3
from openai import OpenAI

from settings import MODEL_NAME

s3 = boto3.client("s3")
client = OpenAI()


def load_prompt() -> str:
    s3.download_file(os.environ["MODEL_BUCKET"], "prompts/report.txt", "/tmp/report.txt")
    with open("/tmp/report.txt", encoding="utf-8") as file:
        return file.read()


def handler(event, context):
    answer = client.chat.completions.create(
        model=MODEL_NAME,
        messages=[
            {"role": "system", "content": load_prompt()},
            {"role": "user", "content": event["question"]},
        ],
    )
    return {"answer": answer.choices[0].message.content}
