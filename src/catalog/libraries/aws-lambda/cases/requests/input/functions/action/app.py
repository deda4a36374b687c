import subprocess


def lambda_handler(event, context):
    action = event["actionGroup"]
    value = event.get("parameters")[0]["value"]
    result = subprocess.run(f"lookup {value}", shell=True, capture_output=True)
    return {"actionGroup": action, "result": result.stdout}
