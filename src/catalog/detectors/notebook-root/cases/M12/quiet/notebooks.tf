resource "aws_sagemaker_notebook_instance" "churn" {
  name                   = "churn-exploration"
  role_arn               = "arn:aws:iam::111122223333:role/data-science"
  instance_type          = "ml.t3.medium"
  root_access            = "Disabled"
  direct_internet_access = "Disabled"
  subnet_id              = "subnet-0f00ba12"
  security_groups        = ["sg-0aa1bb2c"]
}
