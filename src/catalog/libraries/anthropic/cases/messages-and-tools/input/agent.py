import anthropic

client = anthropic.Anthropic(api_key="sk-ant-invented-for-this-case")
MODEL = "claude-sonnet-4-5-20250929"


@anthropic.beta_tool
def read_file(path: str) -> str:
    """Read a file of the project."""
    with open(path) as handle:
        return handle.read()


def run(task: str):
    return client.beta.messages.tool_runner(
        model=MODEL,
        max_tokens=1024,
        tools=[read_file],
        messages=[{"role": "user", "content": task}],
    )


def search(question: str):
    message = client.messages.create(
        model=MODEL,
        max_tokens=1024,
        temperature=0,
        tools=[{"type": "web_search_20250305", "name": "web_search", "max_uses": 5}],
        messages=[{"role": "user", "content": question}],
    )
    return message.content[0].text
