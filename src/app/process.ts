/** The process capability: starts `git` and nothing else, with everything switched off that a repository could make it run. */
import { execFile } from 'node:child_process';
import type { ProcessCapability } from '../kit/define-connector.ts';
import { AccessError, Bug } from '../kit/errors.ts';

/**
 * What a repository's own configuration could start, overridden on the command line, which wins over every file.
 * https://git-scm.com/docs/git-config
 */
const overrides = [
  'core.fsmonitor=false',
  'core.hooksPath=/dev/null',
  'core.pager=cat',
  'core.editor=false',
  'core.sshCommand=false',
  'core.askPass=',
  'core.attributesFile=/dev/null',
  'core.gitProxy=none',
  'core.alternateRefsCommand=false',
  'credential.helper=',
  'diff.external=',
  'diff.trustExitCode=false',
  'filter.lfs.process=',
  'filter.lfs.smudge=',
  'filter.lfs.clean=',
  'gpg.program=false',
  'gpg.ssh.program=false',
  'gpg.x509.program=false',
  'interactive.diffFilter=',
  'log.showSignature=false',
  'maintenance.auto=false',
  'gc.auto=0',
  'protocol.allow=never',
  // Whose the folder is does not matter where nothing that it says is obeyed.
  'safe.directory=*',
  'sequence.editor=false',
  'submodule.recurse=false',
  'fetch.recurseSubmodules=false',
  'uploadpack.packObjectsHook=',
] as const;

/**
 * Commands that only read what is stored. Nothing that touches the work tree (filters named in `.gitattributes` would run),
 * writes, or talks to another machine.
 */
const allowed = new Set([
  'cat-file',
  'for-each-ref',
  'ls-tree',
  'merge-base',
  'rev-list',
  'rev-parse',
  'log',
  'diff-tree',
  'show-ref',
]);
/** Options of those commands that start a program or write a file. */
const refused =
  /^(?:--ext-diff|--textconv|--filters|--show-signature|--output(?:=.*)?|--exec-path(?:=.*)?|--upload-pack(?:=.*)?)$/;

/** The environment that git gets: no home, no system configuration, no prompts, no lazily fetched objects. */
const environment = (): NodeJS.ProcessEnv => ({
  PATH: process.env.PATH ?? '/usr/bin:/bin',
  HOME: '/dev/null',
  XDG_CONFIG_HOME: '/dev/null',
  LC_ALL: 'C',
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_ATTR_NOSYSTEM: '1',
  GIT_TERMINAL_PROMPT: '0',
  GIT_OPTIONAL_LOCKS: '0',
  GIT_NO_LAZY_FETCH: '1',
  GIT_NO_REPLACE_OBJECTS: '1',
  GIT_ALLOW_PROTOCOL: '',
  GIT_PAGER: 'cat',
});

const largestOutput = 64 * 1024 * 1024;

/** Gives the capability. A command that is not allowed is a Bug; one that cannot start or runs over its time is an AccessError. */
export const createProcesses = (): ProcessCapability => ({
  run(program, args, { folder, seconds }) {
    const [command = ''] = args;
    if (program !== 'git' || !allowed.has(command) || args.some((one) => refused.test(one))) {
      throw new Bug(`\`${program} ${args.join(' ')}\` is not among the commands that only read what git has stored`);
    }
    const safe = command === 'log' || command === 'diff-tree' ? [command, '--no-ext-diff', '--no-textconv'] : [command];
    const list = [
      '--no-pager',
      '--no-optional-locks',
      ...overrides.flatMap((one) => ['-c', one]),
      ...safe,
      ...args.slice(1),
    ];
    return new Promise((done, fail) => {
      const child = execFile(
        'git',
        list,
        {
          cwd: folder,
          env: environment(),
          timeout: Math.max(1, Math.round(seconds * 1000)),
          killSignal: 'SIGKILL',
          maxBuffer: largestOutput,
          windowsHide: true,
        },
        (error, output, errors) => {
          if (error?.killed)
            fail(new AccessError(`git ${command} did not end within ${seconds} s, or said more than 64 MB`));
          else if (error && typeof error.code !== 'number')
            fail(new AccessError(`git could not be started: ${error.message}`));
          else done({ status: error ? Number(error.code) : 0, output, errors });
        },
      );
      child.stdin?.end();
    });
  },
});
