import requests
from openai import OpenAI


def summarise(url):
    page = requests.get(url).text
    return OpenAI().responses.create(model="gpt-4.1-mini", input=f"Summarise: {page}").output_text


def follow(question):
    address = OpenAI().responses.create(model="gpt-4.1-mini", input=question).output_text
    return requests.get(address).status_code
