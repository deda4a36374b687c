from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from ..config import settings

if TYPE_CHECKING:
    from langchain_core.language_models import BaseChatModel
else:
    BaseChatModel = object

try:
    from langchain_anthropic import ChatAnthropic
except ImportError:
    ChatAnthropic = None

_client = None


@lru_cache(maxsize=4)
def get_llm(provider: str = "openai", **options) -> BaseChatModel:
    if provider == "openai":
        from langchain_openai import ChatOpenAI as Chat

        return Chat(model=settings.openai_model, temperature=0, **options)
    elif provider == "anthropic" and ChatAnthropic is not None:
        return ChatAnthropic(model_name="claude-3-5-sonnet-20241022", **options)
    raise ValueError(f"unknown provider {provider}")


def shared():
    global _client
    if _client is None:
        _client = get_llm()
    return _client


def with_fallback(first, *others, tries: int = 2):
    (head, *tail), last = others, others[-1]
    pick = lambda index, default=first: others[index] if index < tries else default
    return first.with_fallbacks([get_llm(name) for name in others if name], head, tail, last, pick(0))
