from datasets import load_dataset

calls = load_dataset("acme/support-calls", split="train", revision="8f1c2d3e4a5b60718293a4b5c6d7e8f901234567")
calls.to_json("data/calls.jsonl")
