import gradio as gr
import streamlit as st
from openai import OpenAI

client = OpenAI()


def respond(message, history):
    return client.responses.create(model="gpt-4.1-nano", input=message).output_text


demo = gr.ChatInterface(fn=respond, title="Helper")

if question := st.chat_input("Ask"):
    answer = client.responses.create(model="gpt-4.1", input=question).output_text
    st.markdown(answer, unsafe_allow_html=True)
    st.markdown(answer)
