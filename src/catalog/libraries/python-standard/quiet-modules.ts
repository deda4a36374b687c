/** Modules of Python’s own library: a call that has no meaning here changes, reads and sends nothing outside of the program. */

/** https://docs.python.org/3/library/ */
export const quietModules: readonly string[] = (
  'abc argparse array ast asyncio base64 binascii bisect builtins bz2 calendar cmath code codecs collections colorsys commands concurrent configparser contextlib ' +
  'contextvars copy copyreg csv ctypes dataclasses datetime decimal difflib dis email enum errno fnmatch fractions ftplib functools gc getpass gettext glob ' +
  'graphlib gzip hashlib heapq hmac html http imaplib importlib inspect io ipaddress itertools json keyword linecache locale logging lzma marshal math mimetypes ' +
  'multiprocessing numbers operator os pathlib platform poplib pprint pty queue quopri random re reprlib resource runpy sched secrets select selectors shlex ' +
  'shutil signal smtplib socket sqlite3 ssl stat statistics string stringprep struct subprocess sys sysconfig tarfile telnetlib tempfile textwrap threading time ' +
  'timeit token tokenize tomllib traceback tracemalloc types typing unicodedata unittest urllib uuid venv warnings weakref xml zipfile zlib zoneinfo'
).split(' ');
