from transformers import AutoModel

encoder = AutoModel.from_pretrained(
    "tidewater-labs/berth-encoder",
    revision="3f1c9a0d7be24c58a6611d2f0c9b1e77a5d04e2c",
)
