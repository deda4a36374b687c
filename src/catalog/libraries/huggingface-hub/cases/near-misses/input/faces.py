"""A hub of hugging faces; nothing is fetched from a model hub."""
from emoji_pack import hf_hub_download

face = hf_hub_download(repo_id="smile/wide", filename="face.png")
repo_id = "meta-llama/Llama-3.1-8B"
