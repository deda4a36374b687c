import gradio as gr
from flask import Flask
from openai import OpenAI

client = OpenAI()
app = Flask(__name__)


def answer(message, history):
    reply = client.chat.completions.create(model="gpt-4o", messages=[{"role": "user", "content": message}])
    return reply.choices[0].message.content


with gr.Blocks() as demo:
    gr.ChatInterface(answer)

demo.launch(share=True, auth=("team", "of our own"))
gr.Interface(fn=answer, inputs="text", outputs="text").launch(share=True)

if __name__ == "__main__":
    app.run(host="0.0.0.0", port=8080, debug=True)
