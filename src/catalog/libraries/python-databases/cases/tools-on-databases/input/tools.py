import os

import psycopg
from langchain_core.tools import tool
from pymongo import MongoClient
from sqlalchemy import create_engine, text
from sqlalchemy.orm import sessionmaker

engine = create_engine("postgresql+psycopg://app:invented@db.internal:5432/shop")
Session = sessionmaker(bind=engine)
mongo = MongoClient(os.environ["MONGO_URL"])


@tool
def orders(customer: str) -> str:
    """Find the orders of a customer."""
    with psycopg.connect("postgresql://reader:invented@replica.internal/shop") as connection:
        with connection.cursor() as cursor:
            cursor.execute("SELECT * FROM orders WHERE customer = %s", (customer,))
            return str(cursor.fetchall())


@tool
def any_statement(sql: str) -> str:
    """Run any statement."""
    with engine.connect() as connection:
        return str(connection.execute(text(sql)).fetchall())


@tool
def ticket(number: str) -> str:
    """Find a ticket."""
    return str(mongo["support"]["tickets"].find_one({"number": number}))


@tool
def close_ticket(number: str) -> str:
    """Close a ticket."""
    mongo.support.tickets.update_one({"number": number}, {"$set": {"open": False}})
    return "closed"
