import torch

state = torch.load("checkpoints/epoch_3.pt", map_location="cpu", weights_only=False)
