variable "team" {
  type    = string
  default = "acme-report"
}

locals {
  prefix = var.team
}
