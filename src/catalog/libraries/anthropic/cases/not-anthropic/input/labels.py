"""Labels of a form; the words are about Anthropic’s models, nothing is called."""
import anthropic

SUPPORTED = {"claude-3-opus": "Claude 3 Opus", "claude-3-haiku": "Claude 3 Haiku"}
model = SUPPORTED["claude-3-opus"]


def explain(error):
    if isinstance(error, anthropic.RateLimitError):
        return f"{model} is busy"
    return "unknown"
