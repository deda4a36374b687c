import boto3

session = boto3.Session(aws_access_key_id="AKIAXK4TRZ2QVMW7PLDB", region_name="eu-north-1")
