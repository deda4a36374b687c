import os
import os as system
from os import environ as env, getenv

from dotenv import load_dotenv

load_dotenv()

MODEL = os.environ.get("MODEL_NAME", "claude-sonnet-4-5")
BUCKET = os.environ["MODEL_BUCKET"]
REGION = env.get("AWS_REGION") or env.get("AWS_DEFAULT_REGION") or "us-east-1"
TIMEOUT = int(getenv("TIMEOUT", default="30"))
TOKEN = system.environ.get("HF_TOKEN", None)
PREFIX = "EMBEDDING"
EMBEDDING = os.getenv(PREFIX + "_MODEL", f"{PREFIX.lower()}-small")
DEBUG = os.getenv("DEBUG") == "1"
environ = {"LOOKS_LIKE": "the environment and is none"}
OTHER = environ["LOOKS_LIKE"]
os.environ["TOKENIZERS_PARALLELISM"] = "false"

if os.environ.get("STAGE") == "prod":
    MODEL = "claude-opus-4-1"


def configured(os):
    return os.environ["A_PARAMETER_NAMED_LIKE_THE_MODULE"]
