from openai import OpenAI

client = OpenAI()

examples = client.files.create(file=open("data/examples.jsonl", "rb"), purpose="fine-tune")
job = client.fine_tuning.jobs.create(training_file=examples.id, model="gpt-4o-mini-2024-07-18", suffix="support")

again = client.fine_tuning.jobs.create(training_file="file-abc123", model="gpt-4.1-nano", suffix="again")

# A file that is read, not trained on.
client.files.create(file=open("data/question.pdf", "rb"), purpose="user_data")
