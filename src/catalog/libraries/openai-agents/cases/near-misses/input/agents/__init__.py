class Agent:
    def __init__(self, name, tools=()):
        self.name = name
