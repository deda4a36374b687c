"""The agent that replans deliveries when a haulier is late."""
from agents import Agent, Runner

from settings import MODEL
from tools import cancel_consignment, find_customer, read_haulier_page, write_mail

dispatcher = Agent(
    name="Dispatcher",
    instructions="Replan the delivery with what the hauliers publish, and tell the customer.",
    model=MODEL,
    tools=[read_haulier_page, find_customer, write_mail, cancel_consignment],
)


async def replan(report: str) -> str:
    result = await Runner.run(dispatcher, report)
    return result.final_output
