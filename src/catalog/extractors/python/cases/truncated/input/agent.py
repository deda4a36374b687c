import openai

client = openai.OpenAI()


def good():
    return client.models.list()


def broken(:
    return client.images.generate(prompt="x"


def after():
    return client.embeddings.create(model="text-embedding-3-small", input=
