resource "aws_lb" "front" {
  name     = "front"
  internal = false
}
resource "aws_lb_target_group" "vllm" {
  name = "vllm"
  port = 8000
}
resource "aws_lb_listener" "http" {
  load_balancer_arn = aws_lb.front.arn
  port = 80
  protocol = "HTTP"
  default_action {
    type = "forward"
    target_group_arn = aws_lb_target_group.vllm.arn
  }
}
