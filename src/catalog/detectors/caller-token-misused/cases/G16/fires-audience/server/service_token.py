import os


def token_for(service: str) -> str:
    return os.environ[f"TOKEN_{service.upper()}"]
