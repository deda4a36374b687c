import uvicorn
from fastmcp import FastMCP
from starlette.middleware import Middleware

from checks import AuthMiddleware

open_server = FastMCP("Open")
behind = FastMCP("Behind a check")
inside = FastMCP("With a check inside")
inside.add_middleware(AuthMiddleware())

if __name__ == "__main__":
    uvicorn.run(open_server.http_app(), host="0.0.0.0", port=8003)
    uvicorn.run(behind.http_app(middleware=[Middleware(AuthMiddleware)]), host="0.0.0.0", port=8004)
    inside.run(transport="http", host="0.0.0.0", port=8005)
