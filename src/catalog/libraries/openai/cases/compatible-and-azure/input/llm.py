import os

from openai import AzureOpenAI, OpenAI

local = OpenAI(base_url="http://localhost:11434/v1", api_key="ollama")
groq = OpenAI(base_url="https://api.groq.com/openai/v1", api_key=os.environ["GROQ_API_KEY"])
azure = AzureOpenAI(
    azure_endpoint="https://contoso.openai.azure.com/",
    azure_deployment="gpt-4o-prod",
    api_version="2024-10-21",
)


def summarise(text):
    draft = local.chat.completions.create(model="llama3.1:8b", messages=[{"role": "user", "content": text}])
    check = groq.chat.completions.create(model="llama-3.3-70b-versatile", messages=[{"role": "user", "content": text}])
    final = azure.chat.completions.create(model="gpt-4o-prod", messages=[{"role": "user", "content": text}])
    return draft, check, final
