import onnxruntime as ort
from farm.llama_cpp import Llama
from law import LLM

Llama(model_path="wool.gguf")
LLM(model="Magister/Legum")
ort.InferenceSession(open("x", "rb").read())
