from audio import dspy

filtered = dspy.LM("low/pass")
dspy.ReAct("signal", tools=[print])
