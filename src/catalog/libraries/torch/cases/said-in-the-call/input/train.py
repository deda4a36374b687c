import torch
from safetensors.torch import load_file

checkpoint = torch.load("models/best.ckpt", weights_only=False)
safe = torch.load("models/head.pt", weights_only=True)
unsaid = torch.load("models/tail.pt")
opened = torch.load(open("models/open.bin", "rb"), weights_only=False)
tensors = load_file("models/model.safetensors")
detector = torch.hub.load("ultralytics/yolov5:v7.0", "yolov5s")
torch.save(checkpoint, "models/final.pt")
