locals {
  a = local.b
  b = local.a
}

resource "aws_s3_bucket" "loop" {
  bucket = local.a
}

resource "aws_iam_policy" "own" {
  policy = aws_iam_policy.own.policy
}

data "aws_iam_policy_document" "own" {
  source_policy_documents = [data.aws_iam_policy_document.own.json]
}

resource "aws_iam_role_policy" "own" {
  role   = aws_iam_role.own.id
  policy = data.aws_iam_policy_document.own.json
}
