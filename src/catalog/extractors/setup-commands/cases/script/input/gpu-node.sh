#!/usr/bin/env bash
set -euo pipefail

export NVIDIA_CONTAINER_TOOLKIT_VERSION=1.17.3-1
sudo apt-get update
sudo apt-get install -y \
  nvidia-container-toolkit=${NVIDIA_CONTAINER_TOOLKIT_VERSION} \
  nvidia-container-toolkit-base=${NVIDIA_CONTAINER_TOOLKIT_VERSION} \
  curl=8.5.0-2ubuntu10
