from fastapi import FastAPI, Request

from dispatch import replan

app = FastAPI()


@app.post("/delays")
async def delay(request: Request):
    report = await request.body()
    return {"plan": await replan(report.decode())}
