from diffusers import StableDiffusionXLPipeline
from peft import AutoPeftModelForCausalLM, PeftModel
from transformers import AutoModelForCausalLM

base = AutoModelForCausalLM.from_pretrained("Qwen/Qwen2.5-7B")
berths = PeftModel.from_pretrained(base, "harbour/berths-lora")
ours = PeftModel.from_pretrained(base, "./outputs/tides-lora")
whole = AutoPeftModelForCausalLM.from_pretrained("harbour/pilot-lora")
paint = StableDiffusionXLPipeline.from_pretrained("stabilityai/stable-diffusion-xl-base-1.0", use_safetensors=True)
