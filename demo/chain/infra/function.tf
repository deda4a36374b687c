provider "aws" {
  region = "eu-central-1"
}

data "archive_file" "report" {
  type        = "zip"
  source_dir  = "${path.module}/../app"
  output_path = "${path.module}/report.zip"
}

resource "aws_lambda_function" "report" {
  function_name = "report"
  role          = aws_iam_role.report.arn
  runtime       = "python3.13"
  handler       = "main.handler"
  filename      = data.archive_file.report.output_path

  environment {
    variables = {
      MODEL_BUCKET = aws_s3_bucket.models.bucket
      MODEL_NAME   = "gpt-4o"
    }
  }
}

resource "aws_lambda_function_url" "report" {
  function_name      = aws_lambda_function.report.function_name
  authorization_type = "NONE"
}
