import json
import subprocess

from openai import OpenAI

client = OpenAI()
TOOLS = [
    {
        "type": "function",
        "function": {
            "name": "lookup_order",
            "description": "Look up one order",
            "parameters": {"type": "object", "properties": {"id": {"type": "string"}}},
        },
    },
    {"type": "function", "function": {"name": "refund", "parameters": {"type": "object", "properties": {}}}},
]


def step(messages):
    response = client.chat.completions.create(model="gpt-4.1", messages=messages, tools=TOOLS)
    call = response.choices[0].message.tool_calls[0]
    return call.function.name, json.loads(call.function.arguments)


def research(question):
    response = client.responses.create(
        model="o4-mini",
        input=question,
        tools=[
            {"type": "web_search_preview"},
            {"type": "code_interpreter", "container": {"type": "auto"}},
            {
                "type": "mcp",
                "server_label": "deepwiki",
                "server_url": "https://mcp.deepwiki.com/mcp",
                "require_approval": "never",
            },
        ],
    )
    subprocess.run(response.output_text, shell=True)


assistant = client.beta.assistants.create(
    name="Math Tutor",
    instructions="You are a personal math tutor.",
    tools=[{"type": "code_interpreter"}],
    model="gpt-4o",
)


def is_allowed(text):
    return not client.moderations.create(input=text).results[0].flagged
