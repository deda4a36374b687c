import dspy
import requests

lm = dspy.LM("anthropic/claude-sonnet-4-20250514", temperature=0.1, max_tokens=2000)
dspy.configure(lm=lm)
small = dspy.LM("ollama_chat/llama3.2:1b", api_base="http://localhost:11434", api_key="")


def tide(port: str) -> str:
    """The next tide at a port."""
    return requests.get(f"https://tides.harbour.example/{port}").text


pilot = dspy.ReAct("question -> answer", tools=[tide], max_iters=6)
reckoner = dspy.ProgramOfThought("question -> answer")
short = dspy.Predict("question -> answer")

print(pilot(question="When may the Dove leave?").answer)
exec(short(question="Write a line of Python.").answer)
