import os
from setuptools import find_packages, setup

VERSION = "0.4.0"
CORE = ["openai==1.30.1", f"acme-core=={VERSION}"]
requirements = CORE + [
    "httpx>=0.27,<0.28",  # http/2 later
    'uvloop; sys_platform != "win32"',
]
if os.name == "nt":
    requirements.append("colorama")

extras = {"voice": ["whisper-timestamped"]}
extras["quality"] = ["ruff~=0.4"]
extras["dev"] = extras["quality"] + ["prompt-kit[voice]"]

setup(
    name="prompt-kit",
    version=VERSION,
    packages=find_packages(),
    install_requires=requirements,
    extras_require=extras,
    tests_require=["pytest"],
)
