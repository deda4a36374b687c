from transformers import AutoModelForCausalLM, AutoTokenizer

MODEL = "tidewater-labs/harbour-7b-chat"

tokenizer = AutoTokenizer.from_pretrained(MODEL)
# The repository brings code of its own, which we do not want: trust_remote_code=True stays out.
model = AutoModelForCausalLM.from_pretrained(MODEL, trust_remote_code=False, device_map="auto")
