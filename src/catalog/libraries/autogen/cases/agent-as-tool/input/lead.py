from autogen_agentchat.agents import AssistantAgent
from autogen_agentchat.teams import RoundRobinGroupChat
from autogen_agentchat.tools import AgentTool, TeamTool
p = AssistantAgent("planner", model_client=None)
q = AssistantAgent("coder", model_client=None)
team = RoundRobinGroupChat([p, q])
lead = AssistantAgent("lead", model_client=None, tools=[AgentTool(p)])
