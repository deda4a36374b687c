#!/usr/bin/env bash
set -euo pipefail
# never claude --dangerously-skip-permissions here
for task in tasks/*.md; do
  claude -p "$(cat "$task")" --allowedTools "Read,Edit,Bash(npm test)"
done
