from langchain.tools import tool
from langchain_community.tools import DuckDuckGoSearchRun
from langchain_community.tools.gmail.create_draft import GmailCreateDraft


@tool("Create Draft")
def create_draft(to: str, message: str):
    """Create a draft of a mail."""
    draft = GmailCreateDraft()
    return draft({"to": [to], "message": message})


@tool("Look up")
def look_up(query: str):
    """Look something up."""
    return DuckDuckGoSearchRun().run(query)
