class StockExecutor:
    async def execute(self, context, event_queue):
        await event_queue.enqueue_event("42 pieces")

    async def cancel(self, context, event_queue):
        raise NotImplementedError
