resource "aws_iam_role" "worker" {
  name = "worker"
  assume_role_policy = <<EOF
{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Action": "sts:AssumeRole",
      "Principal": { "Service": "ecs-tasks.amazonaws.com" },
      "Effect": "Allow"
    }
  ]
}
EOF
}

# The policy stands in policies.tf.
resource "aws_iam_role_policy_attachment" "worker" {
  role       = aws_iam_role.worker.name
  policy_arn = aws_iam_policy.models.arn
}

resource "aws_iam_role_policy_attachment" "bedrock" {
  role       = aws_iam_role.worker.name
  policy_arn = "arn:aws:iam::aws:policy/AmazonBedrockFullAccess"
}

resource "aws_ecs_task_definition" "worker" {
  family        = "worker"
  task_role_arn = aws_iam_role.worker.arn
  container_definitions = jsonencode([
    {
      name  = "worker"
      image = "registry.acme.example/worker:1.4.0"
      environment = [
        { name = "MODEL_BUCKET", value = aws_s3_bucket.models.id },
        { name = "MODEL_ID", value = var.model_id },
      ]
      secrets = [{ name = "OPENAI_API_KEY", valueFrom = aws_secretsmanager_secret.openai.arn }]
    },
  ])
}

resource "aws_secretsmanager_secret" "openai" {
  name = "openai"
}
