from a2a.types import AgentCapabilities, AgentCard


def build(host: str, port: int):
    return AgentCard(
        name="At home",
        description="Only on this machine",
        url=f"http://{host}:{port}/",
        version="1.0.0",
        capabilities=AgentCapabilities(),
        skills=[],
    )


card = AgentCard(
    name="Local",
    description="Only on this machine",
    url="http://localhost:9999/",
    version="1.0.0",
    capabilities=AgentCapabilities(),
    skills=[],
)
