import json

import boto3

bedrock = boto3.client("bedrock-runtime")


def handler(event, context):
    question = json.loads(event["body"])["question"]
    answer = bedrock.converse(
        modelId="amazon.nova-lite-v1:0",
        messages=[{"role": "user", "content": [{"text": question}]}],
    )
    return {"statusCode": 200, "body": answer["output"]["message"]["content"][0]["text"]}
