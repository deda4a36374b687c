from openai import OpenAI

client = OpenAI()


def answer(text):
    response = client.chat.completions.create(model="gpt-4o", messages=[{"role": "user", "content": text}])
    return response.choices[0].message.content
