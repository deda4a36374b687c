import boto3

bedrock = boto3.client("bedrock-runtime")


def handler(event, context):
    return bedrock.converse(
        modelId="anthropic.claude-sonnet-4-5-20250929-v1:0",
        messages=[{"role": "user", "content": [{"text": event["question"]}]}],
    )
