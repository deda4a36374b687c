import keras

model = keras.saving.load_model("models/price.keras")
