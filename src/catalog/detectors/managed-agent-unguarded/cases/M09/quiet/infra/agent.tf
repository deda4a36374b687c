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

  content_policy_config {
    filters_config {
      type            = "PROMPT_ATTACK"
      input_strength  = "HIGH"
      output_strength = "NONE"
    }
  }
}

resource "aws_bedrock_guardrail_version" "insurance" {
  guardrail_arn = aws_bedrock_guardrail.insurance.guardrail_arn
  description   = "first"
}

resource "aws_bedrockagent_agent" "claims" {
  agent_name              = "claims-assistant"
  agent_resource_role_arn = aws_iam_role.claims_agent.arn
  foundation_model        = "anthropic.claude-3-5-sonnet-20241022-v2:0"
  instruction             = "You help customers to report damage to their car and tell them which documents are missing."

  guardrail_configuration {
    guardrail_identifier = aws_bedrock_guardrail.insurance.guardrail_id
    guardrail_version    = aws_bedrock_guardrail_version.insurance.version
  }
}
