"""Stores answers in a bucket whose name only the person who applies the stack knows."""

import os

import boto3
from openai import OpenAI

s3 = boto3.client("s3")
client = OpenAI()


def handler(event, context):
    answer = client.chat.completions.create(
        model=os.environ["MODEL_NAME"],
        messages=[{"role": "user", "content": event["question"]}],
    )
    s3.put_object(Bucket=os.environ["ANSWER_BUCKET"], Key="answer.txt", Body=answer.choices[0].message.content)
