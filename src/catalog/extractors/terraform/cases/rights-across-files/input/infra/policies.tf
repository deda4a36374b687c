resource "aws_s3_bucket" "models" {
  bucket = "acme-models"
}

resource "aws_iam_policy" "models" {
  name = "models"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect   = "Allow"
        Action   = ["s3:GetObject", "s3:PutObject"]
        Resource = [aws_s3_bucket.models.arn, "${aws_s3_bucket.models.arn}/*"]
      },
      {
        Effect   = "Allow"
        Action   = "dynamodb:*"
        Resource = "*"
      },
      {
        Effect   = "Deny"
        Action   = "s3:DeleteObject"
        Resource = "*"
      },
      {
        Effect    = "Allow"
        Action    = "s3:GetObject"
        Resource  = "arn:aws:s3:::partner-data/*"
        Condition = { Bool = { "aws:SecureTransport" = "true" } }
      },
    ]
  })
}
