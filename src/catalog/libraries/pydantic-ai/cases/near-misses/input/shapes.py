from pydantic import BaseModel


class Agent(BaseModel):
    model: str = "openai:gpt-4o"

    def tool(self, function):
        return function


agent = Agent()


@agent.tool
def hammer():
    return 1
