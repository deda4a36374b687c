resource "aws_security_group" "gpu" {
  name = "gpu"

  ingress {
    from_port   = 11434
    to_port     = 11434
    protocol    = "tcp"
    cidr_blocks = ["0.0.0.0/0"]
  }

  ingress {
    from_port   = 22
    to_port     = 22
    protocol    = "tcp"
    cidr_blocks = ["10.0.0.0/8"]
  }

  egress {
    from_port   = 0
    to_port     = 0
    protocol    = "-1"
    cidr_blocks = ["0.0.0.0/0"]
  }
}

resource "aws_iam_instance_profile" "gpu" {
  name = "gpu"
  role = aws_iam_role.gpu.name
}

resource "aws_instance" "gpu" {
  ami                    = "ami-0abc"
  instance_type          = "g5.xlarge"
  vpc_security_group_ids = [aws_security_group.gpu.id]
  iam_instance_profile   = aws_iam_instance_profile.gpu.name
  tags                   = { Name = "model server" }
}

resource "aws_s3_bucket" "data" {
  bucket = "acme-data"
}

resource "aws_s3_bucket_policy" "data" {
  bucket = aws_s3_bucket.data.id
  policy = jsonencode({
    Statement = [{
      Effect    = "Allow"
      Principal = "*"
      Action    = ["s3:GetObject", "s3:PutObject"]
      Resource  = "${aws_s3_bucket.data.arn}/*"
    }]
  })
}

resource "aws_db_instance" "customers" {
  identifier          = "customers"
  engine              = "postgres"
  publicly_accessible = true
}

resource "aws_lambda_function" "chat" {
  function_name = "chat"
  role          = aws_iam_role.gpu.arn
  filename      = "${path.module}/../chat"
}

resource "aws_lambda_function_url" "chat" {
  function_name      = aws_lambda_function.chat.function_name
  authorization_type = "AWS_IAM"
}
