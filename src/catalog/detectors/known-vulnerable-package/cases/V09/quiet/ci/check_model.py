import sys

from picklescan.scanner import scan_file_path

result = scan_file_path(sys.argv[1])
sys.exit(1 if result.infected_files else 0)
