resource "aws_iam_role" "agents" {
  name               = "agents"
  assume_role_policy = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Principal = { Service = ["bedrock.amazonaws.com", "lambda.amazonaws.com"] } }] })
}

resource "aws_s3_bucket" "claims" {
  bucket = "northwind-claim-files"
  tags   = { DataClassification = "Restricted" }
}

resource "aws_iam_role_policy" "agents" {
  role = aws_iam_role.agents.id
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = ["s3:GetObject"], Resource = "${aws_s3_bucket.claims.arn}/*" }]
  })
}

resource "aws_bedrockagent_agent" "claims" {
  agent_name              = "claims"
  agent_resource_role_arn = aws_iam_role.agents.arn
  foundation_model        = "amazon.nova-pro-v1:0"
  instruction             = "You check claim files for what is missing and tell the clerk."
}

# The chat on the public page was given the same role, because it was there.
resource "aws_lambda_function" "chat" {
  function_name = "page-chat"
  role          = aws_iam_role.agents.arn
  runtime       = "python3.12"
  handler       = "app.handler"
  filename      = "chat.zip"
}

resource "aws_lambda_function_url" "chat" {
  function_name      = aws_lambda_function.chat.function_name
  authorization_type = "NONE"
}
