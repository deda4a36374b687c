from pathlib import Path
import setuptools

here = Path(__file__).parent
required = (here / "requirements.txt").read_text().splitlines()

setuptools.setup(
    name="reader",
    install_requires=required,
    extras_require={"gpu": ["torch>=2"], "all": load_extras()},
)
