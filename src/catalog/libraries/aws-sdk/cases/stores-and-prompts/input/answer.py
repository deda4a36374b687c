import boto3

bedrock = boto3.client("bedrock-runtime")
s3 = boto3.client("s3")
history = boto3.resource("dynamodb").Table("chat-history")


def ask(text):
    return bedrock.converse(
        modelId="amazon.nova-lite-v1:0", messages=[{"role": "user", "content": [{"text": text}]}]
    )


def summarise(key):
    document = s3.get_object(Bucket="acme-reports", Key=key)["Body"].read().decode()
    earlier = history.query(KeyConditionExpression="id = :id")["Items"]
    answer = ask(f"Summarise {document}. Earlier: {earlier}")
    history.put_item(Item={"id": key, "answer": answer["output"]})
    s3.put_object(Bucket="acme-summaries", Key=key, Body=str(answer["output"]))


def unrelated():
    # Read, and never shown to the model.
    return s3.get_object(Bucket="acme-prices", Key="today.json")


summarise("q1.txt")
