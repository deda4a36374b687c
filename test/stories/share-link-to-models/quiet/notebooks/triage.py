"""Loads the encoder that the research group shares, over a link that reads and ends soon."""
import torch

LINK = "https://fabrikamresearch.blob.core.windows.net/models/triage/encoder.pt?sv=2021-08-06&sr=b&sp=r&se=2026-12-01T20:00:00Z&sig=Qm9ndXMtc2lnbmF0dXJlLWZvci1hLXRlc3Qtb25seS0wMDA%3D"

state = torch.hub.load_state_dict_from_url(LINK)
