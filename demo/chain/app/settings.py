"""Settings of the report application."""

import os

MODEL_NAME = os.environ.get("MODEL_NAME", "gpt-4o-mini")
