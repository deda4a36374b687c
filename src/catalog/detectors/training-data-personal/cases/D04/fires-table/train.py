import pandas as pd
from sklearn.ensemble import GradientBoostingClassifier

frame = pd.read_csv("data/train/admissions.csv")
model = GradientBoostingClassifier().fit(pd.get_dummies(frame[["diagnosis"]]), frame["readmitted"])
