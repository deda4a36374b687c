from transformers import PreTrainedModel


class AcmeForCausalLM(PreTrainedModel):
    pass
