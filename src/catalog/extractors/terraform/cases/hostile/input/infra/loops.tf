locals {
  many = [for a in [1,2,3] : [for b in [1,2,3] : [for c in [1,2,3] : a]]]
}
