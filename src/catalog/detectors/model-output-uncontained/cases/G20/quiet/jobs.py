"""Does small jobs on the file server."""
import subprocess

from openai import OpenAI

client = OpenAI()


def do(task: str) -> str:
    answer = client.chat.completions.create(
        model="gpt-4o",
        messages=[
            {"role": "system", "content": "Answer with one word of: backup, tidy and nothing else."},
            {"role": "user", "content": task},
        ],
    )
    chosen = answer.choices[0].message.content
    jobs = {"backup": ["/usr/local/bin/backup"], "tidy": ["/usr/local/bin/tidy", "--old"]}
    if chosen not in jobs:
        return "unknown job"
    return subprocess.run(jobs["backup"], capture_output=True, text=True, check=True).stdout


print(do(input("Task: ")))
