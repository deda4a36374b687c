import os
import subprocess

from openai import OpenAI

client = OpenAI()


def ask(question):
    return client.chat.completions.create(model="gpt-4o", messages=question).choices[0].message.content


def run(question):
    code = ask(question).strip("`")
    exec(code)
    os.system("python " + ask("Which script?"))
    subprocess.run(["echo", "done"])


def harmless(question):
    print(ask(question))
    subprocess.run(["git", "status"], check=True)
