from app.redaction import redact


def test_keys_are_taken_out():
    assert "hf_" not in redact("token is hf_abcdefghijklmnopqrstuvwxyz12345678")
    assert "AKIA" not in redact("AKIAIOSFODNN7EXAMPLE")
