from pydantic_ai import Agent
joker = Agent('openai:gpt-4o', name='joker')
chooser = Agent('openai:gpt-4o', name='chooser')
@chooser.tool_plain
async def joke(n: int) -> str:
    """Jokes."""
    r = await joker.run(f'{n} jokes')
    return r.output
