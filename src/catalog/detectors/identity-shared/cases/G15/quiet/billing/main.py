import boto3

table = boto3.resource("dynamodb").Table("invoices")


def handler(event, context):
    return table.get_item(Key={"number": event["number"]})
