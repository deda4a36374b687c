resource "aws_iam_user" "reporting" {
  name = "bedrock-reporting"
}

resource "aws_iam_user_policy" "reporting" {
  user = aws_iam_user.reporting.name
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = ["bedrock:InvokeModel"], Resource = "*" }]
  })
}

resource "aws_iam_service_specific_credential" "reporting" {
  service_name        = "bedrock.amazonaws.com"
  user_name           = aws_iam_user.reporting.name
  credential_age_days = 30
}

# A key that only ever writes backups.
resource "aws_iam_user" "backup" {
  name = "backup"
}

resource "aws_iam_user_policy" "backup" {
  user = aws_iam_user.backup.name
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = ["s3:PutObject"], Resource = "arn:aws:s3:::northwind-backups/*" }]
  })
}

resource "aws_iam_access_key" "backup" {
  user = aws_iam_user.backup.name
}
