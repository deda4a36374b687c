resource "aws_s3_bucket" "models" {
  bucket = "merrow-eta-models"
}

resource "aws_s3_bucket" "training" {
  bucket = "merrow-tours"
  tags = {
    DataClassification = "confidential"
  }
}

resource "aws_s3_bucket_public_access_block" "training" {
  bucket                  = aws_s3_bucket.training.id
  block_public_acls       = false
  block_public_policy     = false
  ignore_public_acls      = false
  restrict_public_buckets = false
}

resource "aws_s3_bucket_policy" "training" {
  bucket = aws_s3_bucket.training.id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = "*"
      Action    = ["s3:GetObject"]
      Resource  = "${aws_s3_bucket.training.arn}/*"
    }]
  })
}

resource "aws_s3_bucket" "tariffs" {
  bucket = "merrow-tariffs"
}
