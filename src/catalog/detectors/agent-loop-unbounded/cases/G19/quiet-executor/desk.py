"""Looks things up in the catalogue of the library."""
from langchain.agents import AgentExecutor, create_tool_calling_agent
from langchain_core.prompts import ChatPromptTemplate
from langchain_core.tools import tool
from langchain_openai import ChatOpenAI


@tool
def find_book(title: str) -> str:
    """Finds a book by its title."""
    return f"{title}: shelf 12"


prompt = ChatPromptTemplate.from_messages(
    [("system", "You help readers."), ("human", "{input}"), ("placeholder", "{agent_scratchpad}")]
)
agent = create_tool_calling_agent(ChatOpenAI(model="gpt-4o"), [find_book], prompt)
desk = AgentExecutor(agent=agent, tools=[find_book])
print(desk.invoke({"input": "Where is Momo?"}))
