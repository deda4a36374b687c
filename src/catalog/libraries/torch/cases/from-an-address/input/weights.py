import torch
from torch.hub import load_state_dict_from_url

URL = "https://models.acme.example/ranker-1f2e3d4c.pth"


def plain():
    return load_state_dict_from_url(URL)


def checked():
    return torch.hub.load_state_dict_from_url(URL, check_hash=True, weights_only=True)
