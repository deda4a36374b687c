import torch

state = torch.load("decoder.pth")
