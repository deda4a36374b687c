"""A shop’s car models: nothing here calls a model."""
from dataclasses import dataclass

model = "gpt-4o"


@dataclass
class Car:
    model: str


class OpenAI:
    """Our own opening hours, not the vendor’s client."""

    class chat:
        class completions:
            @staticmethod
            def create(model, messages):
                return model


OpenAI().chat.completions.create(model="corolla", messages=[])
cars = [Car(model="corolla"), Car(model="yaris")]
