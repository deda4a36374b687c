resource "__proto__" "x" {
  a = 1
}

resource "constructor" "toString" {
  bucket = "x"
}

locals {
  __proto__ = { constructor = 1 }
}
