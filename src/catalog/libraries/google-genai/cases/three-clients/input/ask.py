import google.generativeai as genai_old
from google import genai
from google.genai import types
from vertexai.generative_models import GenerativeModel

client = genai.Client()


def get_time(city: str) -> str:
    """Give the time in a city."""
    return city


def ask(question):
    response = client.models.generate_content(
        model="gemini-2.5-flash",
        contents=question,
        config=types.GenerateContentConfig(tools=[get_time]),
    )
    return response.text


old = genai_old.GenerativeModel("models/gemini-1.5-pro")
cloud = GenerativeModel("gemini-2.0-flash-001")


def compare(question):
    return old.generate_content(question).text, cloud.generate_content(question).text
