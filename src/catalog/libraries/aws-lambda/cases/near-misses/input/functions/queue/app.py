import boto3

bedrock = boto3.client("bedrock-runtime")


def lambda_handler(event, context):
    """Called by a bucket, not by the web."""
    for record in event["Records"]:
        key = record["s3"]["object"]["key"]
        bedrock.converse(
            modelId="amazon.nova-lite-v1:0",
            messages=[{"role": "user", "content": [{"text": f"Describe {key}"}]}],
        )


def format_handler(event):
    return event["body"]
