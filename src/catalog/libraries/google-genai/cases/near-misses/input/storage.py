"""Another of Google’s clients; its models are table models."""
from google.cloud import storage

client = storage.Client()
model = "gemini-2.5-flash"
client.bucket("pictures").blob("a.png")
