"""Computes berth statistics on request."""
from autogen_agentchat.agents import CodeExecutorAgent
from autogen_ext.code_executors.docker import DockerCommandLineCodeExecutor

executor = DockerCommandLineCodeExecutor(image="python:3.12-slim", work_dir="work")
agent = CodeExecutorAgent("statistician", code_executor=executor)
