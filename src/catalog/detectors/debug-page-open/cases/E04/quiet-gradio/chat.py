import directory
import gradio as gr
from openai import OpenAI

client = OpenAI()


def check_login(name, password):
    return directory.check(name, password)


def answer(message, history):
    reply = client.chat.completions.create(model="gpt-4o", messages=[{"role": "user", "content": message}])
    return reply.choices[0].message.content


demo = gr.ChatInterface(answer, title="Help desk")
demo.launch(share=True, auth=check_login)
