from smolagents import CodeAgent, InferenceClientModel, LiteLLMModel, ToolCallingAgent, WebSearchTool, tool


@tool
def visit(url: str) -> str:
    """Visit a page."""
    import requests

    return requests.get(url).text


searcher = ToolCallingAgent(
    tools=[WebSearchTool(), visit],
    model=LiteLLMModel(model_id="anthropic/claude-3-5-sonnet-20241022"),
    name="searcher",
    max_steps=10,
)
manager = CodeAgent(tools=[], model=InferenceClientModel(model_id="Qwen/Qwen2.5-Coder-32B-Instruct"), managed_agents=[searcher])
