from harbour.keras.models import load_model
from railway import tensorflow_hub as hub

load_model("trains.h5", safe_mode=False)
hub.load("https://tfhub.dev/google/nothing/1")
