import duckdb
import psycopg2
from langchain_core.tools import tool
from sqlalchemy import create_engine, delete, select, text

from shop.models import Order

engine = create_engine("postgresql://db:5432/shop")
OPEN = """
    -- what is still open
    (SELECT id FROM orders WHERE state = 'open')
"""


@tool
def open_orders():
    """Open orders."""
    with engine.connect() as connection:
        return connection.execute(text(OPEN)).fetchall()


@tool
def of_customer(customer: str):
    """Orders of a customer."""
    with engine.connect() as connection:
        return connection.execute(select(Order).where(Order.customer == customer)).scalars()


@tool
def per_day():
    """Orders per day."""
    return duckdb.sql("WITH days AS (SELECT * FROM d) SELECT * FROM days").df()


@tool
def forget(customer: str):
    """Forget a customer."""
    with engine.begin() as connection:
        connection.execute(delete(Order).where(Order.customer == customer))


@tool
def archive():
    """Archive old orders."""
    with psycopg2.connect("host=db") as connection, connection.cursor() as cursor:
        cursor.execute("WITH old AS (SELECT id FROM orders) DELETE FROM orders USING old")


@tool
def run(statement: str):
    """Any statement."""
    with psycopg2.connect("host=db") as connection, connection.cursor() as cursor:
        cursor.execute(statement)
        return cursor.fetchall()
