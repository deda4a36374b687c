import torch
from torchvision.models import resnet18

WEIGHTS = "https://models.acme.example/backbone/resnet18-shop.pth"


def backbone() -> torch.nn.Module:
    model = resnet18(weights=None)
    model.load_state_dict(torch.hub.load_state_dict_from_url(WEIGHTS, progress=False, weights_only=True))
    return model.eval()
