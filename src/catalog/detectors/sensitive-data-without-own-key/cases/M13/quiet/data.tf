resource "aws_kms_key" "transcripts" {
  description = "call transcripts"
}

resource "aws_s3_bucket" "transcripts" {
  bucket = "northwind-call-transcripts"
  tags = {
    DataClassification = "Confidential"
  }
}

resource "aws_s3_bucket_server_side_encryption_configuration" "transcripts" {
  bucket = aws_s3_bucket.transcripts.id

  rule {
    apply_server_side_encryption_by_default {
      sse_algorithm     = "aws:kms"
      kms_master_key_id = aws_kms_key.transcripts.arn
    }
  }
}

resource "aws_s3_bucket" "press" {
  bucket = "northwind-press"
  tags   = { DataClassification = "Public" }
}
