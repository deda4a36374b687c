"""Pays invoices that were approved."""
import os
import subprocess

from agents import Agent, Runner, function_tool, set_tracing_disabled
import langfuse


@function_tool
def pay(invoice: str) -> str:
    """Pays an invoice."""
    return subprocess.run(["pay-invoice", invoice], capture_output=True, text=True, check=True).stdout


payer = Agent(name="Payer", instructions="Pay invoices that were approved.", tools=[pay])
set_tracing_disabled(False)
langfuse.get_client()
print(Runner.run_sync(payer, "Pay 4711.").final_output)
