"""Pickles that are no models, and a jar of them."""
import json
import pickle

with open("/tmp/session-cache.pkl", "rb") as handle:
    cache = pickle.load(handle)
with open("models/settings.json") as handle:
    settings = json.load(handle)


class Jar:
    def load(self, name):
        return name


joblib = Jar()
joblib.load("cucumber.joblib")
