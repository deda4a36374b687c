import autogen

config = {"config_list": [{"model": "gpt-4", "api_key": "invented"}]}
assistant = autogen.AssistantAgent("assistant", llm_config=config)
user = autogen.UserProxyAgent("user", human_input_mode="NEVER", code_execution_config={"use_docker": False})
user.initiate_chat(assistant, message="Plot a chart.")
