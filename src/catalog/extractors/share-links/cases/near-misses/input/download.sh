#!/bin/sh
# The link is given by whoever runs this.
curl -o data.zip "https://acmeresearch.blob.core.windows.net/data/data.zip?${SAS}"
curl -o open.zip "https://acmeresearch.blob.core.windows.net/open/data.zip"
curl "https://acmeresearch.blob.core.windows.net/data?sv=2021-08-06&sp=r&sig=<signature>"
