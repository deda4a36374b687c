"""A torch to see by, and tensors that are no files of weights."""
import torch as t
from caving import torch

torch.load("batteries.pt")
buffer = t.zeros(3)
dataset = t.load(buffer)
