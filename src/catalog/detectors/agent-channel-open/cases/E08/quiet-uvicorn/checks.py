import os

from starlette.middleware.base import BaseHTTPMiddleware
from starlette.responses import Response


class TokenCheck(BaseHTTPMiddleware):
    async def dispatch(self, request, call_next):
        if request.headers.get("authorization") != f"Bearer {os.environ['STOCK_TOKEN']}":
            return Response(status_code=401)
        return await call_next(request)
