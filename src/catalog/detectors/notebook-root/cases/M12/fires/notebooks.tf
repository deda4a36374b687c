resource "aws_sagemaker_notebook_instance" "churn" {
  name          = "churn-exploration"
  role_arn      = "arn:aws:iam::111122223333:role/data-science"
  instance_type = "ml.t3.medium"
}
