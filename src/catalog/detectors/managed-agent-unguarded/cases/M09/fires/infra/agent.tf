terraform {
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "~> 6.0"
    }
  }
}

provider "aws" {
  region = "eu-central-1"
}

resource "aws_iam_role" "claims_agent" {
  name = "northwind-claims-agent"

  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRole"
      Principal = { Service = "bedrock.amazonaws.com" }
    }]
  })
}

resource "aws_bedrock_guardrail" "insurance" {
  name                      = "insurance"
  blocked_input_messaging   = "I cannot help with that."
  blocked_outputs_messaging = "I cannot help with that."

  topic_policy_config {
    topics_config {
      name       = "investment"
      type       = "DENY"
      definition = "Advice on how to invest money."
    }
  }
}

# The guardrail above was made for another agent and never attached to this one.
resource "aws_bedrockagent_agent" "claims" {
  agent_name              = "claims-assistant"
  agent_resource_role_arn = aws_iam_role.claims_agent.arn
  foundation_model        = "anthropic.claude-3-5-sonnet-20241022-v2:0"
  instruction             = "You help customers to report damage to their car and tell them which documents are missing."
}
