"""Puts the demo data in place."""
install_requires = ["openai"]


def setup_demo(name):
    print("setting up", name)


setup_demo(name="demo")
