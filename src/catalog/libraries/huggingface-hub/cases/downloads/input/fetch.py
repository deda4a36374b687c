from datasets import load_dataset
from huggingface_hub import InferenceClient, hf_hub_download, snapshot_download

weights = hf_hub_download(repo_id="TheBloke/Llama-2-7B-GGUF", filename="llama-2-7b.Q4_K_M.gguf")
folder = snapshot_download("BAAI/bge-small-en-v1.5", revision="5c38ec7c405ec4b44b94cc5a9bb96e735b38267a")
squad = load_dataset("rajpurkar/squad", split="train")
local = load_dataset("json", data_files="train.jsonl")
other = snapshot_download("HuggingFaceH4/ultrachat_200k", repo_type="dataset")
client = InferenceClient("meta-llama/Llama-3.1-8B-Instruct")


def ask(question):
    return client.chat_completion(messages=[{"role": "user", "content": question}])
