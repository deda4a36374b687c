"""Computes berth statistics on request."""
from autogen_agentchat.agents import CodeExecutorAgent
from autogen_ext.code_executors.local import LocalCommandLineCodeExecutor

executor = LocalCommandLineCodeExecutor(work_dir="work")
agent = CodeExecutorAgent("statistician", code_executor=executor)
