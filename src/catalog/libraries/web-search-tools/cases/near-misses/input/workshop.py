from workshop.tools import ShellTool

tools = [ShellTool("hammer")]
