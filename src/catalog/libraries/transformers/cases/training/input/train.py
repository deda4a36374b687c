from datasets import load_dataset
from peft import LoraConfig, get_peft_model
from transformers import AutoModelForCausalLM, AutoTokenizer, Trainer, TrainingArguments
from trl import SFTConfig, SFTTrainer

base = "mistralai/Mistral-7B-v0.1"
tokenizer = AutoTokenizer.from_pretrained(base)
model = get_peft_model(AutoModelForCausalLM.from_pretrained(base), LoraConfig(r=8))

tickets = load_dataset("json", data_files={"train": "data/tickets.jsonl"})
tokenized = tickets.map(lambda row: tokenizer(row["text"]), batched=True)
trainer = Trainer(
    model=model,
    args=TrainingArguments(output_dir="checkpoints/tickets", num_train_epochs=1),
    train_dataset=tokenized["train"].shuffle(seed=42).select(range(1000)),
)
trainer.train()

tuned = SFTTrainer(
    "Qwen/Qwen2.5-0.5B",
    train_dataset=load_dataset("trl-lib/Capybara", split="train"),
    args=SFTConfig(output_dir="checkpoints/chat"),
)
tuned.train()


def later(arguments, data):
    # Neither the folder nor the data is known.
    return Trainer(model=model, args=arguments, train_dataset=data)
