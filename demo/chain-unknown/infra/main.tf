variable "answer_bucket" {
  description = "Bucket of another team; given on the command line."
  type        = string
}

data "archive_file" "answers" {
  type        = "zip"
  source_dir  = "${path.module}/../app"
  output_path = "${path.module}/answers.zip"
}

resource "aws_iam_role" "answers" {
  name = "answers"
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRole"
      Principal = { Service = "lambda.amazonaws.com" }
    }]
  })
}

resource "aws_iam_role_policy" "answers" {
  role = aws_iam_role.answers.id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = ["s3:PutObject"]
      Resource = "arn:aws:s3:::${var.answer_bucket}/*"
    }]
  })
}

resource "aws_lambda_function" "answers" {
  function_name = "answers"
  role          = aws_iam_role.answers.arn
  runtime       = "python3.13"
  handler       = "main.handler"
  filename      = data.archive_file.answers.output_path

  environment {
    variables = {
      ANSWER_BUCKET = var.answer_bucket
    }
  }
}
