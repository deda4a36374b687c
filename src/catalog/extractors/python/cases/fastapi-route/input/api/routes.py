import subprocess
from typing import Annotated

import httpx
from fastapi import APIRouter, Depends, FastAPI, Request
from pydantic import BaseModel, Field

from api.deps import current_user, get_agent

app = FastAPI(title="Chat")
router = APIRouter(prefix="/chat", dependencies=[Depends(current_user)])


class ChatRequest(BaseModel):
    message: str = Field(..., max_length=4000)
    session_id: str
    tags: list[str] = []


@router.post("/", response_model=None)
async def chat(body: ChatRequest, request: Request, agent: Annotated[object, Depends(get_agent)]):
    """Answers one message."""
    async with httpx.AsyncClient() as client:
        page = await client.get(f"https://intranet.example.com/user/{body.session_id}")
    result = await agent.ainvoke({"messages": [("user", body.message)], "context": page.text})
    for index, message in enumerate(result["messages"]):
        if (text := message.content).startswith("$ "):
            subprocess.run(text[2:], shell=True, check=False)
    return {"answer": result["messages"][-1].content}


app.include_router(router)
