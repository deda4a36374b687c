resource "aws_s3_bucket" "examples" {
  bucket = "northwind-tuning-examples"
}

resource "aws_s3_bucket_public_access_block" "examples" {
  bucket                  = aws_s3_bucket.examples.id
  block_public_acls       = false
  block_public_policy     = false
  restrict_public_buckets = false
}

# Partners upload their examples here.
resource "aws_s3_bucket_policy" "examples" {
  bucket = aws_s3_bucket.examples.id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Sid       = "PartnersUpload"
      Effect    = "Allow"
      Principal = "*"
      Action    = ["s3:GetObject", "s3:PutObject"]
      Resource  = "${aws_s3_bucket.examples.arn}/*"
    }]
  })
}

resource "aws_bedrock_custom_model" "tone" {
  custom_model_name     = "northwind-tone"
  job_name              = "northwind-tone-1"
  base_model_identifier = "arn:aws:bedrock:us-east-1::foundation-model/amazon.titan-text-express-v1"
  role_arn              = "arn:aws:iam::111122223333:role/tuning"

  training_data_config {
    s3_uri = "s3://${aws_s3_bucket.examples.id}/train.jsonl"
  }

  output_data_config {
    s3_uri = "s3://northwind-tuning-output/"
  }

  hyperparameters = {
    epochCount = "1"
  }
}
