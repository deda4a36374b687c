import os

import torch
from sentence_transformers import SentenceTransformer
from transformers import AutoModelForCausalLM, AutoTokenizer, pipeline

MODEL_ID = os.getenv("MODEL_ID", "mistralai/Mistral-7B-Instruct-v0.3")
COMMIT = "e0bc86c23ce5aae1db576c8cca6f06f1f73af2db"

tokenizer = AutoTokenizer.from_pretrained(MODEL_ID)
model = AutoModelForCausalLM.from_pretrained(MODEL_ID, torch_dtype=torch.bfloat16, device_map="auto")
phi = AutoModelForCausalLM.from_pretrained(
    "microsoft/Phi-3-mini-4k-instruct", trust_remote_code=True, revision=COMMIT, use_safetensors=True
)
classify = pipeline("text-classification", model="distilbert-base-uncased-finetuned-sst-2-english")
embedder = SentenceTransformer("all-MiniLM-L6-v2")
tuned = AutoModelForCausalLM.from_pretrained("./checkpoints/step-500")


def load(name, **options):
    return AutoModelForCausalLM.from_pretrained(name, **options)


extra = load("Qwen/Qwen2.5-7B", trust_remote_code=True)

# A folder that the training of this program wrote, and one of the first models of the hub.
merged = AutoModelForCausalLM.from_pretrained("acme-chat-merged")
small = AutoModelForCausalLM.from_pretrained("gpt2-large")
