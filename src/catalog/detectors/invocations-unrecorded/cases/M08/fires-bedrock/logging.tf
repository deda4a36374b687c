resource "aws_cloudwatch_log_group" "bedrock" {
  name              = "/bedrock/invocations"
  retention_in_days = 365
}

resource "aws_bedrock_model_invocation_logging_configuration" "account" {
  logging_config {
    embedding_data_delivery_enabled = false
    image_data_delivery_enabled     = false
    text_data_delivery_enabled      = false

    cloudwatch_config {
      log_group_name = aws_cloudwatch_log_group.bedrock.name
      role_arn       = "arn:aws:iam::111122223333:role/bedrock-logs"
    }
  }
}
