resource "aws_iam_role" "science" {
  name               = "science"
  assume_role_policy = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Principal = { Service = "sagemaker.amazonaws.com" } }] })
}

resource "aws_s3_bucket" "transcripts" {
  bucket = "northwind-transcripts"
  tags   = { DataClassification = "Confidential" }
}

resource "aws_iam_role_policy" "science" {
  role = aws_iam_role.science.name
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = ["s3:GetObject", "s3:ListBucket"], Resource = [aws_s3_bucket.transcripts.arn, "${aws_s3_bucket.transcripts.arn}/*"] }]
  })
}

resource "aws_sagemaker_notebook_instance" "lab" {
  name          = "lab"
  role_arn      = aws_iam_role.science.arn
  instance_type = "ml.t3.medium"
}
