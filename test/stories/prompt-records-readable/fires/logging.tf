resource "aws_s3_bucket" "prompts" {
  bucket = "northwind-bedrock-prompts"
}

resource "aws_bedrock_model_invocation_logging_configuration" "account" {
  logging_config {
    text_data_delivery_enabled = true
    s3_config {
      bucket_name = aws_s3_bucket.prompts.id
    }
  }
}

resource "aws_iam_role" "report" {
  name               = "usage-report"
  assume_role_policy = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Principal = { Service = "lambda.amazonaws.com" } }] })
}

resource "aws_iam_role_policy" "report" {
  role = aws_iam_role.report.id
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = ["s3:GetObject"], Resource = "${aws_s3_bucket.prompts.arn}/*" }]
  })
}

resource "aws_lambda_function" "report" {
  function_name = "usage-report"
  role          = aws_iam_role.report.arn
  runtime       = "python3.12"
  handler       = "report.handler"
  filename      = "report.zip"
}
