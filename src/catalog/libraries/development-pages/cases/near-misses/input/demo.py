import os

import gradio as gr
from flask import Flask
from openai import OpenAI

client = OpenAI()
app = Flask(__name__)
demo = gr.Interface(fn=client.responses.create, inputs="text", outputs="text")
demo.launch(share=False)
demo.launch(server_name="0.0.0.0")
app.run(host="0.0.0.0", debug=os.environ.get("DEBUG"))
app.run(host="0.0.0.0")
