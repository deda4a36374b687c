from transformers import AutoModelForCausalLM

REVISION = "0e9e39f249a16976918f6564b8830bc894c89659"
model = AutoModelForCausalLM.from_pretrained("meta-llama/Llama-3.1-8B-Instruct", revision=REVISION)
