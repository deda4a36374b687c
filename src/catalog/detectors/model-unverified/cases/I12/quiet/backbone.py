import torch
from torchvision.models import resnet18

# The eight digits are the beginning of the file’s SHA-256.
WEIGHTS = "https://models.acme.example/backbone/resnet18_shop-5c106cde.pth"


def backbone() -> torch.nn.Module:
    model = resnet18(weights=None)
    state = torch.hub.load_state_dict_from_url(WEIGHTS, progress=False, check_hash=True, weights_only=True)
    model.load_state_dict(state)
    return model.eval()
