from langchain_anthropic import ChatAnthropic
from langgraph.checkpoint.sqlite import SqliteSaver
from langgraph.prebuilt import ToolNode, create_react_agent
from langgraph.types import interrupt

model = ChatAnthropic(model="claude-3-7-sonnet-latest")


def list_files(folder: str) -> list[str]:
    """List the files of a folder."""
    import os

    return os.listdir(folder)


def remove_file(path: str) -> str:
    """Remove a file once a person agrees."""
    import os

    if interrupt({"remove": path}) == "yes":
        os.remove(path)
    return path


careful = create_react_agent(
    model,
    tools=[list_files, remove_file],
    prompt="You tidy up.",
    checkpointer=SqliteSaver.from_conn_string("state.db"),
    interrupt_before=["tools"],
)
quick = create_react_agent("openai:gpt-4.1", ToolNode([list_files]))
