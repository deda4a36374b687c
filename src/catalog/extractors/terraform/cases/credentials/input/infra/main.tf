variable "openai_api_key" {
  default = "sk-proj-R7vQ2mX9tKb4LwZ8nYc1HdJ5sGf3PqA6uEoT0iBxMrVkNyWz"
}

resource "aws_lambda_function" "chat" {
  function_name = "chat"
  filename      = "chat.zip"

  environment {
    variables = {
      DATABASE_PASSWORD = "vT9#kq2LmZ81xR"
      OPENAI_API_KEY    = var.openai_api_key
      PLACEHOLDER_TOKEN = "your-token-here"
      REGION            = "eu-central-1"
    }
  }
}
