#!/bin/sh
set -eu
gemini --yolo --prompt "$1"
