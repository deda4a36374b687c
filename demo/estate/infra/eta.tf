data "archive_file" "eta" {
  type        = "zip"
  source_dir  = "${path.module}/../ml/eta"
  output_path = "${path.module}/eta.zip"
}

resource "aws_iam_role" "eta" {
  name = "eta-serving"
  assume_role_policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Principal = { Service = "lambda.amazonaws.com" }, Action = "sts:AssumeRole" }]
  })
}

resource "aws_iam_role_policy" "eta" {
  role = aws_iam_role.eta.id
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = ["s3:GetObject"], Resource = "${aws_s3_bucket.models.arn}/*" }]
  })
}

resource "aws_lambda_function" "eta" {
  function_name    = "eta-arrival"
  filename         = data.archive_file.eta.output_path
  source_code_hash = data.archive_file.eta.output_base64sha256
  handler          = "serve.handler"
  runtime          = "python3.13"
  role             = aws_iam_role.eta.arn
  environment {
    variables = {
      MODEL_BUCKET = aws_s3_bucket.models.bucket
    }
  }
}

resource "aws_iam_user" "contractor" {
  name = "route-contractor"
}

resource "aws_iam_user_policy" "contractor" {
  user = aws_iam_user.contractor.name
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = ["s3:GetObject", "s3:PutObject"], Resource = ["${aws_s3_bucket.models.arn}/*", "${aws_s3_bucket.tariffs.arn}/*"] }]
  })
}
