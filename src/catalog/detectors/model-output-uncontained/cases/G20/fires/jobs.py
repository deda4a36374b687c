"""Does small jobs on the file server."""
import subprocess

from openai import OpenAI

client = OpenAI()


def do(task: str) -> str:
    answer = client.chat.completions.create(
        model="gpt-4o",
        messages=[
            {"role": "system", "content": "Answer with one shell command and nothing else."},
            {"role": "user", "content": task},
        ],
    )
    command = answer.choices[0].message.content
    return subprocess.run(command, shell=True, capture_output=True, text=True).stdout


print(do(input("Task: ")))
