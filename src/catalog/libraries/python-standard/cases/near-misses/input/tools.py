"""Functions that are called like dangerous ones."""
from langchain_core.tools import tool


class Evaluator:
    def eval(self, text):
        return text

    def exec(self, text):
        return text


def open(door):
    return door


def system(name):
    return name


@tool
def gentle(text: str) -> str:
    """Do nothing outside."""
    evaluator = Evaluator()
    return evaluator.eval(text) + evaluator.exec(text) + open(text) + system(text)
