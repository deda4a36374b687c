from langchain_community.agent_toolkits import GmailToolkit, SQLDatabaseToolkit
from langchain_community.tools import DuckDuckGoSearchRun, ShellTool, WikipediaQueryRun
from langchain_community.utilities import SQLDatabase, WikipediaAPIWrapper
from langchain_experimental.tools import PythonREPLTool
from langchain_openai import ChatOpenAI
from langchain_tavily import TavilySearch
from langgraph.prebuilt import create_react_agent

llm = ChatOpenAI(model="gpt-4o")
database = SQLDatabaseToolkit(db=SQLDatabase.from_uri("sqlite:///shop.db"), llm=llm)
tools = [DuckDuckGoSearchRun(), TavilySearch(max_results=3), WikipediaQueryRun(api_wrapper=WikipediaAPIWrapper())]

searcher = create_react_agent(llm, tools)
operator = create_react_agent(llm, [ShellTool(), PythonREPLTool(), *database.get_tools()])
secretary = create_react_agent(llm, GmailToolkit().get_tools())
