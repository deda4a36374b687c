resource "aws_iam_role" "answers" {
  name = "customer-answers"
  assume_role_policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Principal = { Service = "bedrock.amazonaws.com" }, Action = "sts:AssumeRole" }]
  })
}

resource "aws_bedrock_guardrail" "customer" {
  name                      = "customer-answers"
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

resource "aws_bedrockagent_agent" "answers" {
  agent_name              = "customer-answers"
  agent_resource_role_arn = aws_iam_role.answers.arn
  foundation_model        = "anthropic.claude-sonnet-4-5-20250929-v1:0"
  instruction             = "Answer questions of customers about their consignments, from the knowledge base alone."
}

resource "aws_bedrockagent_agent" "claims" {
  agent_name              = "damage-claims"
  agent_resource_role_arn = aws_iam_role.answers.arn
  foundation_model        = "anthropic.claude-sonnet-4-5-20250929-v1:0"
  instruction             = "Prepare damage claims from the letters of customers."
}
