from agents import Agent, Runner, SQLiteSession
from memory import Memory

session = SQLiteSession("conversation")
cache = Memory()
cache.add("a page")
agent = Agent(name="Clerk", instructions="Help the customer.")
Runner.run_sync(agent, "Hello", session=session)
