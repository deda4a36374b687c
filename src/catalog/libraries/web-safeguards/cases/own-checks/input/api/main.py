from fastapi import FastAPI, HTTPException, status
from openai import OpenAI

from api.visits import visits_of

app = FastAPI()
client = OpenAI()


@app.post("/chat")
def chat(key: str, message: str):
    if key != "open":
        raise HTTPException(status_code=status.HTTP_401_UNAUTHORIZED)
    if visits_of(key) > 10:
        raise HTTPException(status_code=429, detail="slower")
    return client.responses.create(model="gpt-4o", input=message)
