from safetensors.torch import load_file

state = load_file("models/ranker.safetensors")
