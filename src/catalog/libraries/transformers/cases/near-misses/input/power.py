"""Transformers of a power grid, and a list of names for a picker."""
from grid.transformers import AutoModel

MODELS = ["meta-llama/Llama-3.1-8B", "google/gemma-2-9b"]
station = AutoModel.from_pretrained("substation/north")
model = MODELS[0]
