resource "aws_dynamodb_table" "orders" {
  name         = "orders"
  billing_mode = "PAY_PER_REQUEST"
  hash_key     = "id"
  attribute {
    name = "id"
    type = "S"
  }
}

resource "aws_iam_role" "orders" {
  name               = "orders-tool"
  assume_role_policy = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Principal = { Service = "lambda.amazonaws.com" } }] })
}

resource "aws_iam_role_policy" "orders" {
  role = aws_iam_role.orders.id
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = ["dynamodb:GetItem", "dynamodb:UpdateItem"], Resource = aws_dynamodb_table.orders.arn }]
  })
}

resource "aws_lambda_function" "orders" {
  function_name = "orders-tool"
  role          = aws_iam_role.orders.arn
  runtime       = "python3.12"
  handler       = "tool.handler"
  filename      = "tool.zip"
}

resource "aws_bedrockagentcore_gateway" "shop" {
  name            = "shop"
  role_arn        = "arn:aws:iam::111122223333:role/gateway"
  authorizer_type = "NONE"
  protocol_type   = "MCP"
}

resource "aws_bedrockagentcore_gateway_target" "orders" {
  name               = "orders"
  gateway_identifier = aws_bedrockagentcore_gateway.shop.gateway_id

  target_configuration {
    mcp {
      lambda {
        lambda_arn = aws_lambda_function.orders.arn
      }
    }
  }
}
