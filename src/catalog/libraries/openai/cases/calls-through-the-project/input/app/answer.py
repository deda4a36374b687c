from fastapi import APIRouter
from pydantic import BaseModel

from .client import get_client
from .settings import EMBEDDING_MODEL, settings

router = APIRouter()


class Question(BaseModel):
    text: str


async def embed(text: str):
    response = await get_client().embeddings.create(model=EMBEDDING_MODEL, input=text)
    return response.data[0].embedding


async def complete(messages, model=None):
    client = get_client()
    response = await client.chat.completions.create(
        model=model or settings.chat_model,
        messages=messages,
        temperature=0.2,
        max_tokens=800,
    )
    return response.choices[0].message.content


@router.post("/ask")
async def ask(question: Question):
    vector = await embed(question.text)
    return {"answer": await complete([{"role": "user", "content": question.text}])}
