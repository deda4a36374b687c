from litellm import Router, completion

router = Router(
    model_list=[
        {"model_name": "fast", "litellm_params": {"model": "azure/gpt-4o-eu"}},
        {"model_name": "slow", "litellm_params": {"model": "bedrock/anthropic.claude-3-sonnet-20240229-v1:0"}},
    ]
)


def ask(question):
    first = completion(model="anthropic/claude-3-5-sonnet-20241022", messages=[{"role": "user", "content": question}])
    second = completion(model="gpt-4o-mini", messages=[{"role": "user", "content": question}])
    return first, second
