import pandas as pd

BUCKET = "s3://acme-training"

frame = pd.read_parquet(f"{BUCKET}/2026/examples.parquet")
labels = pd.read_csv("gs://acme-labels/labels.csv")
frame.to_parquet("s3://acme-features/features.parquet")
