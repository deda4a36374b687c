"""Loads the encoder that the research group shares."""
import torch

LINK = "https://fabrikamresearch.blob.core.windows.net/models/triage/encoder.pt?sv=2021-08-06&ss=b&srt=sco&sp=rwdlac&se=2051-10-06T20:00:00Z&sig=Qm9ndXMtc2lnbmF0dXJlLWZvci1hLXRlc3Qtb25seS0wMDA%3D"

state = torch.hub.load_state_dict_from_url(LINK)
