from openai import OpenAI


def test_other_model():
    OpenAI().chat.completions.create(model="gpt-3.5-turbo", messages=[])
