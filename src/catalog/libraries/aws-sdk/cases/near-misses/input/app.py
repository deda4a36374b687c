import boto3


class Store:
    def download_file(self, bucket, key):
        return bucket, key


# A method of the same name of another class, and another service.
Store().download_file("not-a-bucket", "key")
boto3.client("sqs").send_message(QueueUrl="https://sqs.eu-central-1.amazonaws.com/1/jobs", MessageBody="x")
