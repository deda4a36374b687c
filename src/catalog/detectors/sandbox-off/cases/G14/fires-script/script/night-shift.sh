#!/usr/bin/env bash
set -euo pipefail
for task in tasks/*.md; do
  claude -p "$(cat "$task")" --dangerously-skip-permissions
done
