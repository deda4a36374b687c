import os

from crewai import LLM, Agent, Crew, Process, Task
from crewai.tools import BaseTool, tool
from crewai_tools import FileReadTool, SerperDevTool

llm = LLM(model="anthropic/claude-3-5-sonnet-20241022", temperature=0.3)


@tool("Publish post")
def publish(text: str) -> str:
    """Publish a post on the blog."""
    import requests

    return requests.post("https://blog.example.org/api/posts", json={"text": text}).text


class WordCount(BaseTool):
    name: str = "word_count"
    description: str = "Count words"

    def _run(self, text: str) -> int:
        return len(text.split())


researcher = Agent(
    role="Researcher",
    goal="Find what is new",
    backstory="You read everything.",
    tools=[SerperDevTool(), FileReadTool()],
    llm=llm,
    max_iter=10,
)
writer = Agent(
    role="Writer",
    goal="Write it up",
    backstory="You write.",
    llm=os.getenv("WRITER_MODEL", "gpt-4o-mini"),
    allow_code_execution=True,
)
research = Task(description="Research", expected_output="Notes", agent=researcher)
write = Task(description="Write", expected_output="A post", agent=writer, tools=[publish, WordCount()], human_input=True)
crew = Crew(
    agents=[researcher, writer],
    tasks=[research, write],
    process=Process.hierarchical,
    manager_llm="openai/gpt-4o",
)

if __name__ == "__main__":
    print(crew.kickoff(inputs={"topic": "tides"}))
