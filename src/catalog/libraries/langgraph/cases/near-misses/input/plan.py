"""A graph of streets: not a graph of steps."""
from networkx import DiGraph


class StateGraph(DiGraph):
    def compile(self, **options):
        return self


streets = StateGraph()
streets.add_node("tools", lambda state: state)
routes = streets.compile(interrupt_before=["bridge"])
