import os

MODEL = os.environ.get("DISPATCH_MODEL", "gpt-4.1")
DATABASE_URL = os.environ["DATABASE_URL"]
MAIL_FROM = "dispatch@merrow-freight.example"
