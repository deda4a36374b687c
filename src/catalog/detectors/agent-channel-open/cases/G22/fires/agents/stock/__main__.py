"""The stock agent, which other agents of the shop ask."""
import uvicorn
from a2a.server.apps import A2AStarletteApplication
from a2a.server.request_handlers import DefaultRequestHandler
from a2a.server.tasks import InMemoryTaskStore
from a2a.types import AgentCapabilities, AgentCard, AgentSkill

from stock import StockExecutor

card = AgentCard(
    name="Stock agent",
    description="Knows and changes what is in stock",
    url="https://stock.lindwurm.example/",
    version="1.0.0",
    capabilities=AgentCapabilities(streaming=True),
    default_input_modes=["text"],
    default_output_modes=["text"],
    skills=[AgentSkill(id="stock", name="Stock", description="Reads and books stock", tags=["stock"])],
)

if __name__ == "__main__":
    handler = DefaultRequestHandler(agent_executor=StockExecutor(), task_store=InMemoryTaskStore())
    server = A2AStarletteApplication(agent_card=card, http_handler=handler)
    uvicorn.run(server.build(), host="0.0.0.0", port=9999)
