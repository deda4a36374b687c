resource "aws_iam_role" "dispatch" {
  name = "dispatch-task"
  assume_role_policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Principal = { Service = "ecs-tasks.amazonaws.com" }, Action = "sts:AssumeRole" }]
  })
}

resource "aws_iam_role_policy" "dispatch" {
  role = aws_iam_role.dispatch.id
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = ["s3:*", "bedrock:*", "ses:*"], Resource = "*" }]
  })
}

resource "aws_ecs_cluster" "apps" {
  name = "apps"
}

resource "aws_ecs_task_definition" "dispatch" {
  family                   = "dispatch"
  requires_compatibilities = ["FARGATE"]
  network_mode             = "awsvpc"
  cpu                      = 512
  memory                   = 1024
  task_role_arn            = aws_iam_role.dispatch.arn
  container_definitions = jsonencode([{
    name         = "dispatch-agent"
    image        = "merrow/dispatch-agent:latest"
    essential    = true
    portMappings = [{ containerPort = 8080 }]
    environment  = [{ name = "DISPATCH_MODEL", value = "gpt-4.1" }]
  }])
}

resource "aws_ecs_service" "dispatch" {
  name            = "dispatch"
  cluster         = aws_ecs_cluster.apps.id
  task_definition = aws_ecs_task_definition.dispatch.arn
  desired_count   = 1
  launch_type     = "FARGATE"
  network_configuration {
    subnets          = ["subnet-0d1b7c22f1a9e4b10"]
    security_groups  = [aws_security_group.dispatch.id]
    assign_public_ip = true
  }
}

resource "aws_security_group" "dispatch" {
  name = "dispatch-open"
  ingress {
    from_port   = 8080
    to_port     = 8080
    protocol    = "tcp"
    cidr_blocks = ["0.0.0.0/0"]
  }
}
