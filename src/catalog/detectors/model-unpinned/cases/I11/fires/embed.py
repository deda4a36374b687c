from transformers import AutoModel

encoder = AutoModel.from_pretrained("tidewater-labs/berth-encoder")
