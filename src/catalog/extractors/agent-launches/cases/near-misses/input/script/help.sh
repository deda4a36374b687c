#!/bin/sh
echo "never use claude --dangerously-skip-permissions"
# gemini --yolo
claude -p "summarise" --allowedTools Read
