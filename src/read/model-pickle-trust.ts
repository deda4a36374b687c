/** Judges what a pickle reaches: by the list of what is harmless first, then by what is known to be dangerous; anything else is unknown. */
import type { PickleUse } from './model-pickle-calls.ts';
import {
  computing,
  frameworkCalls,
  harmlessCalls,
  isDangerousName,
  standardModules,
  trustedPackages,
} from './model-pickle-names.ts';

export type Trust = 'harmless' | 'dangerous' | 'unknown';

/** Texts that only commands, code and addresses of programs look like. */
const looksLikeCode =
  /\b(?:exec|eval|compile|__import__|getattr|globals|open)\s*\(|\bimport\s+(?:os|sys|subprocess|socket|pty|base64|requests|urllib|ctypes)\b|\bos\.(?:system|popen|exec)|\bsubprocess\b|(?:^|[\s;|&(])(?:\/bin\/|\/usr\/bin\/)?(?:ba|z|da|k)?sh\s+-[ci]\b|\/bin\/(?:ba|da|z)?sh\b|(?:^|[\s;|&`(])(?:curl|wget|nc|ncat|powershell(?:\.exe)?|cmd(?:\.exe)?|certutil|bitsadmin|mshta)\s+[-/\w'"]|\/dev\/tcp\/|\bsocket\.socket\b|\bchmod\s+\+?[0-7x]/;

/** Tells whether a text looks like a command or code. */
export const isCommandLike = (text: string): boolean => looksLikeCode.test(text.slice(0, 20_000));

const isPlainName = (name: string): boolean => /^[A-Za-z_]\w*$/.test(name) && !/^__\w+__$/.test(name);

/** `getattr` and `attrgetter` reach other names, which are judged by themselves; what they are asked for must be plain. */
const reachesPlainly = ({ module, name, texts, reach }: PickleUse): boolean | undefined => {
  const full = `${module}.${name}`;
  if (!/^(?:builtins\.getattr|_?operator\.(?:attrgetter|itemgetter))$/.test(full)) return undefined;
  return reach !== 'called' || texts.every((text) => text.split('.').every(isPlainName) || full.endsWith('itemgetter'));
};

const isHarmless = (use: PickleUse): boolean => {
  const { module, name, reach } = use;
  const full = `${module}.${name}`;
  const plain = reachesPlainly(use);
  if (plain !== undefined) return plain;
  if (full === 'builtins.type') return reach !== 'called' || use.texts.length === 0;
  if (harmlessCalls.has(full)) return true;
  if (isDangerousName(module, name)) return false;
  if (frameworkCalls.some((pattern) => pattern.test(full))) return true;
  const top = module.split('.')[0]!;
  if (computing.test(module) && isPlainName(name)) return true;
  // TorchScript names its own classes so; they exist inside the file alone.
  if (/^__torch__(?:\.|$)/.test(module)) return true;
  if (trustedPackages.has(top)) {
    if (!/^[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*$/.test(name)) return false;
    if (reach === 'called') return false;
    return !name.includes('.') || reach === 'named';
  }
  // Classes of Python’s own that are named or made without a call: an abstract class, an enumeration, an exception.
  if (standardModules.has(top))
    return (
      reach === 'named' &&
      /^(?:abc|enum|numbers|typing|collections|types|builtins|dataclasses|string|re|inspect|_collections_abc|_abc|weakref|uuid|json|copyreg|functools|operator|_operator)(?:\.|$)/.test(
        module,
      ) &&
      isPlainName(name)
    );
  return false;
};

/** Judges one use. */
export const judgeUse = (use: PickleUse): Trust => {
  if (use.isHidden === true) return 'dangerous';
  if (use.module !== '?' && isHarmless(use)) return 'harmless';
  if (isDangerousName(use.module, use.name)) return 'dangerous';
  if (use.reach === 'called' && use.texts.some(isCommandLike)) return 'dangerous';
  // Nothing that a model consists of needs another function of Python’s own library to be called.
  if (use.reach === 'called' && standardModules.has(use.module.split('.')[0]!)) return 'dangerous';
  return 'unknown';
};
