#!/bin/sh
set -eu
huggingface-cli download acme/support-7b --local-dir models
