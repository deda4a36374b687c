import ollama
from ollama import Client

remote = Client(host="http://gpu.internal:11434")


def local(question):
    return ollama.chat(model="llama3.2", messages=[{"role": "user", "content": question}])["message"]["content"]


def far(question):
    return remote.generate(model="qwen2.5-coder:32b", prompt=question)
