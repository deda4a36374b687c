resource "aws_s3_bucket" "notes" {
  bucket = "harbor-voice-notes"
}

resource "aws_s3_bucket_acl" "notes" {
  bucket = aws_s3_bucket.notes.id
  acl    = "private"
}
