import torch
from fastapi import FastAPI

app = FastAPI()
model = torch.jit.load("tickets.pt")


@app.post("/classify")
def classify(text: str) -> dict:
    return {"label": int(model(text).argmax())}
