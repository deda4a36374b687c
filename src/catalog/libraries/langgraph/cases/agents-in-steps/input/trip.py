from langgraph.graph import StateGraph
from langgraph.prebuilt import create_react_agent
from langchain_openai import ChatOpenAI
llm = ChatOpenAI(model="gpt-4o")
hotel_agent = create_react_agent(llm, [])
def hotel(state):
    return hotel_agent.invoke(state)
def flights(state):
    agent = create_react_agent(llm, [], name="flights")
    return agent.invoke(state)
def plain(state):
    return llm.invoke(state)
builder = StateGraph(dict)
builder.add_node("hotel", hotel)
builder.add_node("flights", flights)
builder.add_node("plain", plain)
sub = create_react_agent(llm, [], name="sub")
builder.add_node("sub", sub)
trip = builder.compile()


def run_step(state, agent):
    return agent.invoke(state)


import functools

weather = create_react_agent(llm, [], name="weather")
builder.add_node("weather", functools.partial(run_step, agent=weather))
