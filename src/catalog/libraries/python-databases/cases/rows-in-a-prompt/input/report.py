import psycopg2
from openai import OpenAI

client = OpenAI()
connection = psycopg2.connect(host="orders-db")
cursor = connection.cursor()

cursor.execute("SELECT note FROM orders")
notes = [row[0] for row in cursor.fetchall()]
answer = client.responses.create(model="gpt-4.1-mini", input=f"Find complaints in {notes}")
cursor.execute("INSERT INTO complaints (text) VALUES (%s)", (answer.output_text,))

# Counted, and never shown to the model.
stock = psycopg2.connect(host="stock-db").cursor()
stock.execute("SELECT count(*) FROM items")
print(stock.fetchone())
