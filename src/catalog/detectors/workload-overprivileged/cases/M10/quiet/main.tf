resource "aws_iam_role" "assistant" {
  name = "assistant"
  assume_role_policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Principal = { Service = "bedrock.amazonaws.com" } }]
  })
}

resource "aws_iam_role_policy" "assistant" {
  role = aws_iam_role.assistant.id
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = ["dynamodb:GetItem", "dynamodb:UpdateItem"], Resource = "arn:aws:dynamodb:eu-central-1:111122223333:table/orders" }]
  })
}

resource "aws_bedrockagent_agent" "orders" {
  agent_name              = "orders"
  agent_resource_role_arn = aws_iam_role.assistant.arn
  foundation_model        = "amazon.nova-pro-v1:0"
  instruction             = "You look up orders and change their delivery address when the customer asks for it."
}
