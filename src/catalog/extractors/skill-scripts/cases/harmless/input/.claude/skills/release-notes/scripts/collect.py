import subprocess
import sys

log = subprocess.run(["git", "log", "--oneline", sys.argv[1]], capture_output=True, text=True, check=True)
print(log.stdout)
