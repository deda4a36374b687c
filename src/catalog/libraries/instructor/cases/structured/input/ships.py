import instructor
from openai import OpenAI
from pydantic import BaseModel


class Ship(BaseModel):
    name: str
    length: float


client = instructor.from_openai(OpenAI())
other = instructor.from_provider("anthropic/claude-3-5-haiku-latest")


def read(letter: str):
    ship = client.chat.completions.create(
        model="gpt-4o-mini", response_model=Ship, messages=[{"role": "user", "content": letter}]
    )
    return ship, other.create(response_model=Ship, messages=[{"role": "user", "content": letter}])
