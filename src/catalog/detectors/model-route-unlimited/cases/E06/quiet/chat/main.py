"""Chat of the shop, for everybody."""
from fastapi import FastAPI, Request
from openai import OpenAI
from slowapi import Limiter, _rate_limit_exceeded_handler
from slowapi.errors import RateLimitExceeded
from slowapi.util import get_remote_address

limiter = Limiter(key_func=get_remote_address)
app = FastAPI(title="Shop chat")
app.state.limiter = limiter
app.add_exception_handler(RateLimitExceeded, _rate_limit_exceeded_handler)
client = OpenAI()


@app.post("/chat")
@limiter.limit("10/minute")
def chat(request: Request, message: str) -> dict:
    answer = client.responses.create(model="gpt-4o-mini", input=message)
    return {"answer": answer.output_text}


@app.get("/health")
def health() -> dict:
    return {"up": True}
