"""Answers with the arrival model that the training put into the bucket."""
import os

import boto3
import torch

BUCKET = os.environ["MODEL_BUCKET"]

boto3.client("s3").download_file(BUCKET, "eta/current.pt", "/tmp/eta.pt")
model = torch.load("/tmp/eta.pt", weights_only=False)


def handler(event, context):
    return {"arrival": float(model(torch.tensor(event["features"])))}
