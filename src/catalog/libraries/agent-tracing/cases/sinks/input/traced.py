import mlflow
import wandb
from langfuse import observe
from langfuse.openai import OpenAI
from langsmith import Client, wrappers
import openai
from phoenix.otel import register
from traceloop.sdk import Traceloop

Traceloop.init(app_name="harbour")
register(project_name="harbour", auto_instrument=True)
mlflow.dspy.autolog()
wandb.init(project="eta")
Client()
client = OpenAI()
wrapped = wrappers.wrap_openai(openai.OpenAI())


@observe()
def ask(question: str):
    wrapped.chat.completions.create(model="gpt-4o", messages=[{"role": "user", "content": question}])
    return client.chat.completions.create(model="gpt-4o-mini", messages=[{"role": "user", "content": question}])
