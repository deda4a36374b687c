resource "aws_iam_role" "shared" {
  name               = "functions"
  assume_role_policy = data.aws_iam_policy_document.lambda.json
}

data "aws_iam_policy_document" "lambda" {
  statement {
    actions = ["sts:AssumeRole"]
    principals {
      type        = "Service"
      identifiers = ["lambda.amazonaws.com"]
    }
  }
}

data "archive_file" "support" {
  type        = "zip"
  source_dir  = "${path.module}/../support"
  output_path = "${path.module}/support.zip"
}

resource "aws_lambda_function" "support" {
  function_name = "support"
  filename      = data.archive_file.support.output_path
  handler       = "main.handler"
  runtime       = "python3.13"
  role          = aws_iam_role.shared.arn
}

data "archive_file" "billing" {
  type        = "zip"
  source_dir  = "${path.module}/../billing"
  output_path = "${path.module}/billing.zip"
}

resource "aws_lambda_function" "billing" {
  function_name = "billing"
  filename      = data.archive_file.billing.output_path
  handler       = "main.handler"
  runtime       = "python3.13"
  role          = aws_iam_role.shared.arn
}
