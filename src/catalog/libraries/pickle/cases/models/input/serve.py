import pickle

import joblib
import numpy as np

with open("models/classifier.pkl", "rb") as handle:
    classifier = pickle.load(handle)
vectorizer = joblib.load("artifacts/tfidf.joblib")
ranker = pickle.load(open("ranking_model.pickle", "rb"))
embeddings = np.load("embeddings.npy", allow_pickle=True)
plain = np.load("model_weights.npz")


def save(model):
    joblib.dump(model, "artifacts/next.joblib")
