import joblib

_model = joblib.load("models/scorer_model.pkl")


def score(rows):
    return _model.predict(rows)
