from datasets import load_dataset

calls = load_dataset("acme/support-calls", split="train", trust_remote_code=True)
calls.to_json("data/calls.jsonl")
