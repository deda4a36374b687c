from fastapi import FastAPI, Request
from fastapi.middleware.cors import CORSMiddleware
from openai import OpenAI
from slowapi import Limiter
from slowapi.util import get_remote_address

limiter = Limiter(key_func=get_remote_address)
app = FastAPI()
app.add_middleware(CORSMiddleware, allow_origins=["https://shop.example"], allow_credentials=True)
client = OpenAI()


@app.post("/chat")
@limiter.limit("5/minute")
def chat(request: Request, message: str):
    return client.responses.create(model="gpt-4o", input=message)
