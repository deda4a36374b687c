"""Starts a fine-tune of the support assistant."""
from openai import OpenAI

client = OpenAI()
training = client.files.create(file=open("support_chats.jsonl", "rb"), purpose="fine-tune")
client.fine_tuning.jobs.create(training_file=training.id, model="gpt-4o-mini-2024-07-18")
