#!/bin/sh
# npm install -g @anthropic-ai/claude-code@1.0.20
npm install
pip install -r requirements.txt "vllm>=0.8"
echo "run: npm install -g cline@1.2.3"
VERSION=1.0.0
VERSION=2.0.0
npm install -g cline@$VERSION
