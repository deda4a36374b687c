"""Llamas of a farm."""
from farm import ollama

ollama.chat(model="brown")
