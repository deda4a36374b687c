"""Trains the model that says when a lorry will arrive."""
from datasets import load_dataset
from transformers import AutoModelForSequenceClassification, Trainer, TrainingArguments

BASE = "harbourlight/transit-bert"

tours = load_dataset("json", data_files=["s3://merrow-tours/2026/tours.jsonl", "data/tours.jsonl"], split="train")
model = AutoModelForSequenceClassification.from_pretrained(BASE, trust_remote_code=True)
trainer = Trainer(model=model, args=TrainingArguments(output_dir="out"), train_dataset=tours)
trainer.train()
trainer.save_model("out/eta")
