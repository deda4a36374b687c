import boto3

s3 = boto3.client("s3")


def newest():
    return s3.list_objects_v2(Bucket="harbor-voice-notes")["Contents"][-1]
