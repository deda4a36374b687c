import openai

openai.chat("x")
