import psycopg2
from anthropic import Anthropic


def ask(question):
    message = Anthropic().messages.create(
        model="claude-3-5-sonnet-20241022", max_tokens=400, messages=[{"role": "user", "content": question}]
    )
    connection = psycopg2.connect(host="db.internal", dbname="shop")
    cursor = connection.cursor()
    cursor.execute(message.content[0].text)
    return cursor.fetchall()
