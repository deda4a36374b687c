import numpy as np
from bs4 import BeautifulSoup
from dateutil import parser
from langchain_core.tools import tool

import mystery


@tool
def headings(html: str) -> str:
    """Give the headings of a page."""
    return str([each.text for each in BeautifulSoup(html, "html.parser").find_all("h1")])


@tool
def mean(numbers: list[float]) -> float:
    """Give the mean."""
    return float(np.mean(numbers)) + parser.parse("2020-01-01").year * 0


@tool
def strange(text: str) -> str:
    """Do something that nobody described."""
    return mystery.transmute(text)
