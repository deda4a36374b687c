import lightgbm as lgb
import onnxruntime as ort
import xgboost as xgb
from llama_cpp import Llama
from vllm import LLM, SamplingParams

big = LLM(model="Qwen/Qwen2.5-7B-Instruct", trust_remote_code=True, revision="a09a35458c702b33eeacc393d103063234e8bc28")
ours = LLM("/models/harbour-7b")
small = Llama(model_path="./models/harbour-1b.Q4_K_M.gguf", n_ctx=2048)
fetched = Llama.from_pretrained(repo_id="Qwen/Qwen2-0.5B-Instruct-GGUF", filename="*q8_0.gguf")
session = ort.InferenceSession("weights/ships.onnx", providers=["CPUExecutionProvider"])
booster = xgb.Booster()
booster.load_model("weights/eta.ubj")
other = lgb.Booster(model_file="weights/eta.txt")


def answer(question: str) -> str:
    code = big.generate([question], SamplingParams(temperature=0.2))[0].outputs[0].text
    exec(code)
    return small.create_chat_completion(messages=[{"role": "user", "content": question}])
