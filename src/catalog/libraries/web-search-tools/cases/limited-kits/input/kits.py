from langchain.tools import tool
from langchain_community.agent_toolkits import FileManagementToolkit
from unstructured.partition.html import partition_html
from unstructured.partition.pdf import partition_pdf

reading = FileManagementToolkit(root_dir="drafts", selected_tools=["read_file", "list_directory"])
some = FileManagementToolkit(root_dir="drafts", selected_tools=["read_file", "write_file"])
whole = FileManagementToolkit(root_dir="drafts")


@tool("Take apart")
def take_apart(page: str):
    """Take a page apart that somebody else has read."""
    return "\n".join(str(each) for each in partition_html(text=page))


@tool("Read report")
def read_report(path: str):
    """Read a report."""
    return "\n".join(str(each) for each in partition_pdf(filename=path))


@tool("Read page")
def read_page(address: str):
    """Read a page."""
    return "\n".join(str(each) for each in partition_html(url=address))


from crewai import Agent

reader = Agent(role="Reader", tools=reading.get_tools())
writer = Agent(role="Writer", tools=some.get_tools())
keeper = Agent(role="Keeper", tools=whole.get_tools())
