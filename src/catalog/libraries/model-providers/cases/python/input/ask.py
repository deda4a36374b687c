import cohere
import replicate
from groq import Groq
from mistralai import Mistral

question = [{"role": "user", "content": "Why?"}]
groq = Groq().chat.completions.create(model="llama-3.3-70b-versatile", messages=question)
mistral = Mistral(api_key="invented").chat.complete(model="mistral-large-latest", messages=question)
answer = cohere.ClientV2().chat(model="command-r-plus", messages=question)
picture = replicate.run("black-forest-labs/flux-schnell", input={"prompt": "a tide"})
