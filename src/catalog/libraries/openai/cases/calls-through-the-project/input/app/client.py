from openai import AsyncOpenAI

_client = None


def get_client():
    global _client
    if _client is None:
        _client = AsyncOpenAI()
    return _client
