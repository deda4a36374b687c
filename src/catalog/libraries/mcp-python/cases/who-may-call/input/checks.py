class AuthMiddleware:
    async def __call__(self, context, call_next):
        return await call_next(context)
