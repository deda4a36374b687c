resource "aws_s3_bucket" "cut" {
  bucket = "acme-cut
  tags = { a = [1, 2

resource "aws_s3_bucket" "later" {
  bucket = "acme-later"
}
