import boto3
import torch

s3 = boto3.client("s3")


def load():
    s3.download_file("acme-models", "ranker/v3.pt", "/tmp/ranker.pt")
    return torch.load("/tmp/ranker.pt", weights_only=False)


def figures():
    s3.download_file("acme-reports", "q3.csv", "/tmp/q3.csv")
    return open("/tmp/q3.csv").read()
