import anthropic

client = anthropic.Anthropic()


def summarise(letter: str) -> str:
    message = client.messages.create(
        model="claude-2.1",
        max_tokens=600,
        messages=[{"role": "user", "content": "Summarise this letter:\n" + letter}],
    )
    return message.content[0].text
