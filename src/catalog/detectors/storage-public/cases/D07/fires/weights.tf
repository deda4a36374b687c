resource "aws_s3_bucket" "weights" {
  bucket = "acme-triage-weights"
}

resource "aws_s3_bucket_policy" "weights" {
  bucket = aws_s3_bucket.weights.id
  policy = <<-POLICY
    {
      "Version": "2012-10-17",
      "Statement": [
        {
          "Sid": "Download",
          "Effect": "Allow",
          "Principal": "*",
          "Action": "s3:GetObject",
          "Resource": "${aws_s3_bucket.weights.arn}/*"
        }
      ]
    }
  POLICY
}

resource "aws_sagemaker_model" "triage" {
  name               = "triage"
  execution_role_arn = "arn:aws:iam::111122223333:role/serving"

  primary_container {
    image          = "763104351884.dkr.ecr.eu-central-1.amazonaws.com/pytorch-inference:2.5.1-cpu-py311"
    model_data_url = "s3://${aws_s3_bucket.weights.bucket}/triage/model.tar.gz"
  }
}
