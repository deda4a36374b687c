resource "aws_secretsmanager_secret" "anthropic" {
  name = "anthropic-api-key"
}
