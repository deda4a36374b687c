from transformers import AutoModelForCausalLM, AutoTokenizer

MODEL = "tidewater-labs/harbour-7b-chat"

tokenizer = AutoTokenizer.from_pretrained(MODEL)
model = AutoModelForCausalLM.from_pretrained(MODEL, trust_remote_code=True, device_map="auto")
