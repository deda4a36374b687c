import boto3
from langchain_core.tools import tool

mail = boto3.client("ses", region_name="eu-central-1")
table = boto3.resource("dynamodb").Table("orders")
control = boto3.client("bedrock-agent")
runtime = boto3.client("bedrock-agent-runtime")
machines = boto3.client("sagemaker-runtime")
bedrock = boto3.client("bedrock-runtime")

guarded = control.create_agent(
    agentName="claims",
    foundationModel="anthropic.claude-3-5-sonnet-20240620-v1:0",
    guardrailConfiguration={"guardrailIdentifier": "gr-1a2b3c", "guardrailVersion": "1"},
)
open_agent = control.create_agent(agentName="returns", foundationModel="amazon.nova-pro-v1:0")


@tool
def send(to: str, text: str) -> str:
    """Send a mail."""
    return mail.send_email(Source="a@example.org", Destination={"ToAddresses": [to]}, Message={"Body": {"Text": {"Data": text}}})


@tool
def order(number: str) -> str:
    """Find an order."""
    return str(table.get_item(Key={"number": number}))


@tool
def look_up(question: str) -> str:
    """Search the handbook."""
    return str(runtime.retrieve(knowledgeBaseId="KB12345", retrievalQuery={"text": question}))


@tool
def label(picture: str) -> str:
    """Label a picture."""
    return str(boto3.client("rekognition").detect_labels(Image={"Bytes": picture}))


def score(row):
    return machines.invoke_endpoint(EndpointName="churn-prod", Body=row)


def talk(question):
    return bedrock.converse(
        modelId="amazon.nova-lite-v1:0",
        messages=[{"role": "user", "content": [{"text": question}]}],
        guardrailConfig={"guardrailIdentifier": "gr-9z8y7x", "guardrailVersion": "DRAFT"},
    )
