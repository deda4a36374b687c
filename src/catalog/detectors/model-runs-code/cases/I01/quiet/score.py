import joblib

_model = joblib.load("models/churn_model.joblib")


def score(rows):
    return _model.predict(rows)
