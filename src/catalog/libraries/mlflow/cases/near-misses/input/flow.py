from river import mlflow

mlflow.sklearn.load_model("models:/water/1")
