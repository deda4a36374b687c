from flask import Flask, render_template_string, request
from openai import OpenAI

app = Flask(__name__)


@app.route("/chat", methods=["POST"])
def chat():
    question = request.json["question"]
    response = OpenAI().responses.create(model="gpt-4.1-mini", input=question)
    return render_template_string(response.output_text)
