import torch


def load(path="weights/encoder.pt"):
    return torch.load(path, map_location="cpu")
