import pandas as pd

frame = pd.read_csv("data/examples.csv")
frame.to_csv("out.csv")
other = pd.read_json("https://example.org/data.json")
