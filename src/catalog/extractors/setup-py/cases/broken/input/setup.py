from setuptools import setup
setup(name="half", install_requires=["openai==1.30.1",
