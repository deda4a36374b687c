"""Agents, crews and tasks of a removal firm."""
from celery import Task


class Agent:
    def __init__(self, role, tools=()):
        self.role = role
        self.tools = tools


class Crew:
    def __init__(self, agents):
        self.agents = agents


crew = Crew([Agent("driver", tools=["van"]), Agent("packer")])
task = Task()
