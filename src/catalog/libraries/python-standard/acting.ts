/** What Python’s own library does outside of the program. */
import type { Meaning, Pick } from '../../../kit/define-library.ts';

const command: Pick = { named: ['args', 'cmd', 'command'], at: 0 };
const path: Pick = { named: ['file', 'path', 'filename'], at: 0 };
const runs: Meaning['effects'] = ['executes-code', 'changes-state'];
/** Modes of `open` that change the file. */
const writing: Pick = { named: ['mode'], at: 1, matching: /[wax+]/ };
/** A fixed file that is part of the program itself, as its name says: nobody’s data. */
const ownPart =
  /^(?![/~]|.*(?:\.\.\/|secret|credential|token|password|key))(?:.*\/)?(?:(?:config|templates?|prompts?|schemas?|locales?)\/[\w./-]+|[\w-]*(?:template|prompt|schema)s?[\w-]*\.(?:md|txt|json|ya?ml|j2|html))$/i;
const fixedPart: readonly Pick[] = [
  { named: ['file'], at: 0, matching: ownPart },
  { named: ['file'], at: 0, maker: { at: 0 }, matching: ownPart },
  { named: ['file'], at: 0, maker: { receiver: true, at: 0 }, matching: ownPart },
];
const processes = 'https://docs.python.org/3/library/subprocess.html';
const files = 'https://docs.python.org/3/library/filesys.html';
const mail = 'https://docs.python.org/3/library/netdata.html';

export const acting: readonly Meaning[] = [
  {
    of: 'subprocess.{run,call,check_call,check_output,Popen}',
    effects: runs,
    sink: { kind: 'shell', value: command, onlyIf: { named: ['shell'] } },
    reference: processes,
  },
  {
    of: [
      'subprocess.{getoutput,getstatusoutput}',
      'os.{system,popen}',
      'asyncio.create_subprocess_shell',
      'commands.getoutput',
    ],
    effects: runs,
    sink: { kind: 'shell', value: command },
    reference: processes,
  },
  {
    of: [
      'asyncio.create_subprocess_exec',
      'os.{execv,execve,execvp,execl,execlp,spawnl,spawnv,startfile}',
      'pty.spawn',
    ],
    effects: runs,
    reference: processes,
  },
  {
    of: ['builtins.{eval,exec}', 'code.{InteractiveConsole,InteractiveInterpreter}().{runcode,runsource,push}'],
    effects: ['executes-code'],
    sink: { kind: 'eval', value: { at: 0 } },
    reference: 'https://docs.python.org/3/library/functions.html#exec',
  },
  {
    of: ['runpy.{run_path,run_module}', 'builtins.compile', 'importlib.import_module', 'builtins.__import__'],
    effects: ['executes-code'],
    sink: { kind: 'eval', value: { at: 0 } },
    reference: 'https://docs.python.org/3/library/runpy.html',
  },
  {
    of: ['builtins.open', 'io.open', 'codecs.open', '{gzip,bz2,lzma}.open'],
    unless: [writing, ...fixedPart],
    effects: ['reads-private-data'],
    reference: 'https://docs.python.org/3/library/functions.html#open',
  },
  {
    of: ['builtins.open', 'io.open', 'codecs.open', '{gzip,bz2,lzma}.open'],
    onlyIf: writing,
    effects: ['changes-state'],
    sink: { kind: 'file', value: path },
    reference: 'https://docs.python.org/3/library/functions.html#open',
  },
  {
    of: [
      'os.{listdir,walk,scandir,fwalk}',
      'glob.{glob,iglob}',
      'pathlib.{Path,PosixPath}().{iterdir,glob,rglob}',
      'linecache.getline',
    ],
    effects: ['reads-private-data'],
    reference: files,
  },
  {
    of: 'pathlib.{Path,PosixPath}().{read_text,read_bytes,open}',
    unless: { receiver: true, at: 0, matching: ownPart },
    effects: ['reads-private-data'],
    reference: files,
  },
  {
    // All of it: single variables have a value of their own.
    of: 'os.{environ,environb}',
    when: 'symbol',
    yields: 'private-data',
    reference: 'https://docs.python.org/3/library/os.html#os.environ',
  },
  {
    of: [
      'os.{remove,unlink,rmdir,removedirs,rename,renames,replace,mkdir,makedirs,chmod,chown,link,symlink,truncate,kill}',
      'shutil.{rmtree,move,copy,copy2,copyfile,copytree,make_archive,unpack_archive,chown}',
      'pathlib.{Path,PosixPath}().{write_text,write_bytes,unlink,rmdir,mkdir,rename,replace,touch,chmod}',
      'zipfile.ZipFile().{extractall,extract,writestr,write}',
      'tarfile.open().{extractall,extract,add}',
    ],
    effects: ['changes-state'],
    sink: { kind: 'file', value: path },
    reference: files,
  },
  {
    of: 'smtplib.{SMTP,SMTP_SSL,LMTP}().{sendmail,send_message}',
    effects: ['sends-out'],
    reference: 'https://docs.python.org/3/library/smtplib.html',
  },
  {
    of: ['imaplib.{IMAP4,IMAP4_SSL}().{fetch,search,uid,select}', 'poplib.{POP3,POP3_SSL}().{retr,list,top}'],
    effects: ['reads-private-data', 'takes-untrusted-content'],
    yields: 'untrusted-input',
    reference: 'https://docs.python.org/3/library/imaplib.html',
  },
  {
    of: [
      'urllib.request.{urlopen,urlretrieve}',
      'urllib.request.build_opener().open',
      'http.client.{HTTPConnection,HTTPSConnection}().{request,getresponse}',
    ],
    effects: ['takes-untrusted-content'],
    yields: 'untrusted-input',
    // With a fixed host, only what is asked of it can be chosen.
    sink: { kind: 'http', value: { named: ['url'], at: 0, matching: /^(?!https?:\/\/[^/]+\/).*$/s } },
    reference: 'https://docs.python.org/3/library/urllib.request.html',
  },
  {
    of: ['urllib.request.urlopen', 'urllib.request.Request'],
    onlyIf: { named: ['data'], at: 1 },
    effects: ['sends-out'],
    reference: 'https://docs.python.org/3/library/urllib.request.html',
  },
  {
    of: [
      'socket.socket().{connect,send,sendall,sendto}',
      'socket.create_connection',
      'ftplib.{FTP,FTP_TLS}().{storbinary,storlines}',
      'telnetlib.Telnet().write',
    ],
    effects: ['sends-out'],
    reference: mail,
  },
  {
    of: [
      'sqlite3.connect().{execute,executemany,executescript}',
      'sqlite3.connect().cursor().{execute,executemany,executescript}',
    ],
    effects: ['reads-private-data'],
    sink: { kind: 'sql', value: { at: 0 } },
    reference: 'https://docs.python.org/3/library/sqlite3.html',
  },
  {
    of: [
      'sqlite3.connect().{execute,executemany,executescript}',
      'sqlite3.connect().cursor().{execute,executemany,executescript}',
    ],
    // A statement that is not known may be any statement; one that only adds what is missing sets the tables up.
    unless: {
      at: 0,
      matching:
        /^(?:\s|\(|--[^\n]*\n|\/\*[^*]*\*\/)*(?:select|insert\s+or\s+ignore|create\s+(?:unique\s+)?(?:table|index)\s+if\s+not\s+exists|show|explain|describe|pragma|with(?![\s\S]*\b(?:insert|update|delete|merge)\b))\b/i,
    },
    effects: ['changes-state'],
  },
  {
    // The same text, or the same value as text.
    of: ['textwrap.dedent', 'inspect.cleandoc', 'builtins.str'],
    returns: { at: 0 },
    reference: 'https://docs.python.org/3/library/textwrap.html',
  },
  {
    of: 'dataclasses.field',
    returns: { named: ['default'] },
    reference: 'https://docs.python.org/3/library/dataclasses.html#dataclasses.field',
  },
  { of: ['multiprocessing.Process', 'threading.Thread', 'ctypes.*', 'importlib.util.*'], opaque: true },
];
