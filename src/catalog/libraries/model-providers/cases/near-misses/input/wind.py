"""The mistral is a wind, and together is a word."""
from weather import Mistral
from party import together

Mistral().chat.complete(model="gust", messages=[])
together.Together().chat.completions.create(model="band")
