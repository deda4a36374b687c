import mlflow
from sklearn.ensemble import GradientBoostingRegressor

mlflow.set_experiment("eta")
with mlflow.start_run():
    model = GradientBoostingRegressor().fit([[1]], [1])
    mlflow.sklearn.log_model(model, "model", registered_model_name="eta")

serving = mlflow.pyfunc.load_model("models:/eta@champion")
older = mlflow.sklearn.load_model(model_uri="models:/berths/3")
local = mlflow.pyfunc.load_model("exported/tides")
