import keras
import tensorflow as tf
import tensorflow_hub as hub

ships = tf.keras.models.load_model("weights/ships.h5")
open_mode = keras.saving.load_model("weights/charts.keras", safe_mode=False)
careful = keras.models.load_model("weights/tides.keras")
folder = tf.saved_model.load("exported/eta/")
encoder = hub.load("https://tfhub.dev/google/universal-sentence-encoder/4")
layer = hub.KerasLayer("https://www.kaggle.com/models/google/yamnet/tensorFlow2/yamnet/1")
phone = tf.lite.Interpreter(model_path="weights/phone.tflite")
