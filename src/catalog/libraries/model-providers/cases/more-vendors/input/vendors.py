import os

import voyageai
from azure.ai.inference import ChatCompletionsClient
from azure.core.credentials import AzureKeyCredential
from fireworks.client import Fireworks
from xai_sdk import Client

chat = ChatCompletionsClient("https://models.harbour.example", AzureKeyCredential(os.environ["KEY"]), model="Phi-4")
chat.complete(messages=[])
chat.complete(messages=[], model="Mistral-large")
Fireworks().chat.completions.create(model="accounts/fireworks/models/llama-v3p1-8b-instruct", messages=[])
Client().chat.create(model="grok-4")
voyageai.Client().embed(["tide"], model="voyage-3.5")
