import json

import boto3

bedrock = boto3.client("bedrock-runtime")


def lambda_handler(event, context):
    question = json.loads(event["body"])["question"]
    answer = bedrock.converse(
        modelId="amazon.nova-lite-v1:0",
        messages=[{"role": "user", "content": [{"text": question}]}],
    )
    return {"statusCode": 200, "body": json.dumps(answer["output"])}
