from flask import Flask, request
from openai import OpenAI

app = Flask(__name__)
client = OpenAI()


@app.post("/ask")
def ask():
    reply = client.chat.completions.create(
        model="gpt-4o",
        messages=[{"role": "user", "content": request.json["question"]}],
    )
    return {"answer": reply.choices[0].message.content}


if __name__ == "__main__":
    app.run(host="0.0.0.0", port=8000, debug=True)
