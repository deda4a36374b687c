resource "aws_s3_bucket" "transcripts" {
  bucket = "northwind-call-transcripts"
  tags = {
    Team               = "speech"
    DataClassification = "Confidential"
  }
}
