resource "aws_iam_user" "reporting" {
  name = "bedrock-reporting"
}

resource "aws_iam_user_policy_attachment" "reporting" {
  user       = aws_iam_user.reporting.name
  policy_arn = "arn:aws:iam::aws:policy/AmazonBedrockFullAccess"
}

resource "aws_iam_service_specific_credential" "reporting" {
  service_name = "bedrock.amazonaws.com"
  user_name    = aws_iam_user.reporting.name
}
