import os

from pydantic_settings import BaseSettings


class Settings(BaseSettings):
    chat_model: str = os.getenv("CHAT_MODEL", "gpt-4o-mini")
    # Shown in the model picker of the settings page; none of these is called by itself.
    available_models: list[str] = ["gpt-4o", "gpt-4.1", "o3"]


settings = Settings()
EMBEDDING_MODEL = "text-embedding-3-small"
