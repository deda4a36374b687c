resource "aws_bedrockagent_agent" "support" {
  agent_name              = "support"
  agent_resource_role_arn = aws_iam_role.agent.arn
  foundation_model        = "anthropic.claude-3-5-sonnet-20240620-v1:0"
  instruction             = "You help customers of Acme."
}

resource "aws_bedrockagent_agent" "guarded" {
  agent_name              = "guarded"
  agent_resource_role_arn = aws_iam_role.agent.arn
  foundation_model        = var.model

  guardrail_configuration {
    guardrail_identifier = aws_bedrock_guardrail.support.guardrail_id
    guardrail_version    = "1"
  }
}

resource "aws_iam_role" "agent" {
  name = "agent"
  assume_role_policy = jsonencode({
    Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Principal = { Service = "bedrock.amazonaws.com" } }]
  })

  inline_policy {
    name = "model"
    policy = jsonencode({
      Statement = [{
        Effect   = "Allow"
        Action   = "bedrock:InvokeModel"
        Resource = "arn:aws:bedrock:eu-central-1::foundation-model/anthropic.claude-3-5-sonnet-20240620-v1:0"
      }]
    })
  }
}

resource "aws_bedrock_guardrail" "support" {
  name                      = "support"
  blocked_input_messaging   = "No."
  blocked_outputs_messaging = "No."

  content_policy_config {
    filters_config {
      type            = "PROMPT_ATTACK"
      input_strength  = "HIGH"
      output_strength = "NONE"
    }
  }

  sensitive_information_policy_config {
    pii_entities_config {
      type   = "EMAIL"
      action = "ANONYMIZE"
    }
  }
}

resource "aws_bedrockagent_knowledge_base" "manuals" {
  name     = "manuals"
  role_arn = aws_iam_role.agent.arn
  knowledge_base_configuration {
    type = "VECTOR"
    vector_knowledge_base_configuration {
      embedding_model_arn = "arn:aws:bedrock:eu-central-1::foundation-model/amazon.titan-embed-text-v2:0"
    }
  }
  storage_configuration {
    type = "OPENSEARCH_SERVERLESS"
    opensearch_serverless_configuration {
      collection_arn    = aws_opensearchserverless_collection.manuals.arn
      vector_index_name = "manuals"
    }
  }
}

resource "aws_opensearchserverless_collection" "manuals" {
  name = "manuals"
  type = "VECTORSEARCH"
}

resource "aws_bedrockagent_data_source" "manuals" {
  name              = "manuals"
  knowledge_base_id = aws_bedrockagent_knowledge_base.manuals.id
  data_source_configuration {
    type = "S3"
    s3_configuration {
      bucket_arn = aws_s3_bucket.manuals.arn
    }
  }
}

resource "aws_bedrockagent_agent_knowledge_base_association" "manuals" {
  agent_id             = aws_bedrockagent_agent.support.agent_id
  knowledge_base_id    = aws_bedrockagent_knowledge_base.manuals.id
  knowledge_base_state = "ENABLED"
}

resource "aws_bedrockagent_agent_action_group" "interpreter" {
  action_group_name             = "interpreter"
  agent_id                      = aws_bedrockagent_agent.support.agent_id
  parent_action_group_signature = "AMAZON.CodeInterpreter"
}

resource "aws_bedrock_model_invocation_logging_configuration" "all" {
  logging_config {
    embedding_data_delivery_enabled = true
    s3_config {
      bucket_name = aws_s3_bucket.logs.id
    }
  }
}
