module "storage" {
  source = "./modules/storage"
  name   = "acme-${terraform.workspace}"
  tags   = merge(var.tags, { owner = "ml" })
}

resource "aws_s3_bucket" "many" {
  for_each = toset(["raw", "clean"])
  bucket   = "acme-${each.key}"
}

resource "aws_lambda_function" "reader" {
  count         = var.enabled ? 1 : 0
  function_name = format("%s-reader", local.names["reader"])
  role          = module.storage.reader_role_arn
  filename      = "reader.zip"

  environment {
    variables = merge(local.common, {
      SOURCE = aws_s3_bucket.many["raw"].bucket
      ALL    = join(",", [for bucket in ["a", "b"] : upper(bucket)])
      MODE   = var.production ? "live" : "dry"
    })
  }
}

locals {
  names  = { reader = "acme" }
  common = { LOG_LEVEL = "info" }
}

resource "aws_security_group" "rules" {
  dynamic "ingress" {
    for_each = [80, 443]
    content {
      from_port   = ingress.value
      to_port     = ingress.value
      protocol    = "tcp"
      cidr_blocks = var.allowed
    }
  }
}

output "reader" {
  value = aws_lambda_function.reader[0].arn
}
