"""Plans that are executed, and a connection between towns."""
from langchain_core.tools import tool


class Plan:
    def connect(self, town):
        return self

    def execute(self, step):
        return step


@tool
def travel(town: str) -> str:
    """Plan a journey."""
    return Plan().connect(town).execute("SELECT a seat")
