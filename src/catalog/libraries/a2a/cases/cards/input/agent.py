from a2a.types import AgentCapabilities, AgentCard, AgentSkill, HTTPAuthSecurityScheme

skill = AgentSkill(id="refund", name="Refund", description="Refunds an order", tags=["orders"])

open_card = AgentCard(
    name="Refunds",
    description="Refunds orders",
    url="https://refunds.shop.example/a2a",
    version="1.0.0",
    capabilities=AgentCapabilities(streaming=True),
    default_input_modes=["text"],
    default_output_modes=["text"],
    skills=[skill],
)

guarded_card = AgentCard(
    name="Ledger",
    description="Reads the ledger",
    url="https://ledger.shop.example/a2a",
    version="1.0.0",
    capabilities=AgentCapabilities(),
    security_schemes={"bearer": HTTPAuthSecurityScheme(scheme="bearer")},
    default_input_modes=["text"],
    default_output_modes=["text"],
    skills=[skill],
)
