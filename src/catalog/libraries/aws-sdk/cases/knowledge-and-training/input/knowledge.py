import boto3

BUCKET = "acme-handbook"
agent = boto3.client("bedrock-agent")
runtime = boto3.client("bedrock-agent-runtime")
bedrock = boto3.client("bedrock")

created = agent.create_knowledge_base(
    name="handbook",
    roleArn="arn:aws:iam::123456789012:role/handbook",
    knowledgeBaseConfiguration={
        "type": "VECTOR",
        "vectorKnowledgeBaseConfiguration": {
            "embeddingModelArn": "arn:aws:bedrock:eu-west-1::foundation-model/amazon.titan-embed-text-v2:0"
        },
    },
)["knowledgeBase"]
agent.create_data_source(
    name="handbook-bucket",
    knowledgeBaseId=created["knowledgeBaseId"],
    dataSourceConfiguration={"type": "S3", "s3Configuration": {"bucketArn": f"arn:aws:s3:::{BUCKET}"}},
)
print(runtime.retrieve(knowledgeBaseId=created["knowledgeBaseId"], retrievalQuery={"text": "holidays"}))
print(runtime.retrieve(knowledgeBaseId="KB12345678", retrievalQuery={"text": "holidays"}))

bedrock.create_model_customization_job(
    jobName="tickets-2024",
    customModelName="tickets",
    roleArn="arn:aws:iam::123456789012:role/tuning",
    baseModelIdentifier="arn:aws:bedrock:us-east-1::foundation-model/amazon.titan-text-lite-v1:0:4k",
    trainingDataConfig={"s3Uri": "s3://acme-tickets/train.jsonl"},
    outputDataConfig={"s3Uri": "s3://acme-models/tickets/"},
)
