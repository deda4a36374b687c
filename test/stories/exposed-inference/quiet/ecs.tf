resource "aws_ecs_task_definition" "vllm" {
  family = "vllm"
  container_definitions = jsonencode([{ name = "vllm", image = "vllm/vllm-openai:v0.9.0", command = ["--model", "Qwen/Qwen3-8B"], secrets = [{ name = "VLLM_API_KEY", valueFrom = "arn:aws:secretsmanager:eu-central-1:111122223333:secret:vllm" }], portMappings = [{ containerPort = 8000 }] }])
}
resource "aws_ecs_service" "vllm" {
  name = "vllm"
  task_definition = aws_ecs_task_definition.vllm.arn
  load_balancer {
    target_group_arn = aws_lb_target_group.vllm.arn
    container_name = "vllm"
    container_port = 8000
  }
}
