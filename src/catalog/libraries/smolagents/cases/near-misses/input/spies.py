"""Small agents of a novel."""
from novel import CodeAgent

bond = CodeAgent(tools=["watch"], model="suave")
