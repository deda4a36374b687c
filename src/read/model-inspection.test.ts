/** Tests of what is found in model files: ways around scanners of pickles and archives, each beside what looks like it and is harmless. */
import { crc32, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { sourceOf } from './model-bytes.ts';
import { inspectModel } from './model-inspection.ts';
import type { SignKind } from './model-signs.ts';

const bytesOf = (text: string): Uint8Array => Uint8Array.from(text, (one) => one.charCodeAt(0));
const fromBase64 = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'base64'));
const short = (text: string): string => `\x8c${String.fromCharCode(text.length)}${text}`;

const look = (bytes: Uint8Array, format = 'pickle') => inspectModel(sourceOf(bytes), format);
const found = (bytes: Uint8Array, kind: SignKind, format?: string): readonly string[] =>
  look(bytes, format)[kind]?.found ?? [];

describe('a pickle', () => {
  test.each<[string, string, string]>([
    ['GLOBAL and REDUCE', "cos\nsystem\n(S'echo'\ntR.", "os.system('echo')"],
    ['INST', "(S'echo'\nios\nsystem\n.", "os.system('echo')"],
    ['OBJ', "(cos\nsystem\nS'echo'\no.", "os.system('echo')"],
    ['STACK_GLOBAL', `\x80\x04${short('os')}${short('system')}\x93${short('echo')}\x85R.`, "os.system('echo')"],
    [
      'names out of the memo, put there in another order',
      `\x80\x04${short('system')}\x94${short('os')}\x940h\x01h\x00\x93${short('echo')}\x85R.`,
      "os.system('echo')",
    ],
    [
      'a name under a memo index that is overwritten',
      `\x80\x02X\x04\x00\x00\x00safeq\x00X\x02\x00\x00\x00osq\x00h\x00${short('popen')}\x93${short('echo')}\x85R.`,
      "os.popen('echo')",
    ],
    ['a dotted name', `\x80\x04${short('site')}${short('os.system')}\x93${short('echo')}\x85R.`, 'site.os.system'],
    [
      'getattr on a module',
      `cbuiltins\ngetattr\n(cbuiltins\n__import__\n(S'os'\ntRS'system'\ntR(S'echo'\ntR.`,
      "os.system('echo')",
    ],
    [
      'methodcaller',
      `coperator\nmethodcaller\n(S'system'\nS'echo'\ntR(cimportlib\nimport_module\n(S'os'\ntRtR.`,
      "os.system('echo')",
    ],
    ['a partial that is called', "cfunctools\npartial\n(cos\nsystem\nS'echo'\ntR(tR.", "os.system('echo')"],
    ['map over commands', "cbuiltins\nlist\n(cbuiltins\nmap\n(cos\nsystem\n(S'echo'\nltRtR.", "os.system('echo')"],
    ['a function of Python that no model calls', "cshlex\nsplit\n(S'echo a'\ntR.", "shlex.split('echo a')"],
    [
      'a hook set on an object',
      "ccollections\nOrderedDict\n(tR}S'__setstate__'\ncos\nsystem\nsb.",
      'sets __setstate__',
    ],
    [
      'a class that is changed for the whole program',
      "ccollections\nOrderedDict\n}S'pop'\nNsb.",
      'changes collections.OrderedDict',
    ],
    [
      'a class that is changed by a call',
      "cbuiltins\nsetattr\n(ccollections\nOrderedDict\nS'pop'\nNtR.",
      'changes collections.OrderedDict',
    ],
    [
      'a text that SciPy runs when it restores a distribution',
      "\x80\x02cscipy.stats._continuous_distns\nnorm_gen\n)\x81}S'_parse_arg_template'\nS'import os'\nsb.",
      "run 'import os'",
    ],
    [
      'a hook among the fields of an object of pydantic',
      "\x80\x02clangchain_core.documents.base\nDocument\n)\x81}S'__dict__'\n}S'__class__'\nNssb.",
      'sets __class__',
    ],
    ['only named, and called by somebody else', 'cos\nsystem\n.', 'names os.system'],
    ['before a break', "cos\nsystem\n(S'echo'\ntR\xff\xff", "os.system('echo')"],
    [
      'behind a break',
      `\x80\x02\xff\x80\x04${short('os')}${short('system')}\x93${short('echo')}\x85R.`,
      "os.system('echo')",
    ],
    ['behind another pickle', "N.cos\nsystem\n(S'echo'\ntR.", "os.system('echo')"],
    ['a framework’s own loader', `\x80\x02ctorch.hub\nload\n${short('acme/x')}${short('y')}\x86R.`, 'torch.hub.load'],
    [
      'a framework’s class that evaluates',
      `\x80\x02cnumpy.testing._private.utils\nrunstring\n${short('1')}}\x86R.`,
      'runstring',
    ],
    ['the name Python 2 gave', "c__builtin__\neval\n(S'1'\ntR.", "builtins.eval('1')"],
  ])('%s', (_, pickle, says) => {
    expect(found(bytesOf(pickle), 'codeOnLoad').join('\n')).toContain(says);
  });

  test.each<[string, string]>([
    ['texts that name what is not called', `\x80\x04${short("os.system('echo')")}.`],
    ['an ordered dictionary', 'ccollections\nOrderedDict\n(tR.'],
    ['an array of numbers', '\x80\x02cnumpy\nndarray\n.'],
    ['an exchange of classes by getattr on an enumeration', "cbuiltins\ngetattr\n(csklearn.base\nTags\nS'ONE'\ntR."],
    [
      'a class of a framework, made without a call',
      '\x80\x02csklearn.linear_model._logistic\nLogisticRegression\n)\x81}b.',
    ],
  ])('is clean: %s', (_, pickle) => {
    const signs = look(bytesOf(pickle));
    expect(signs.codeOnLoad).toEqual({ found: [] });
    expect(signs.unknownCalls).toEqual({ found: [] });
  });

  test.each<[string, string, string]>([
    ['a class of somebody’s own', '\x80\x02cacme.models\nScorer\n)\x81}b.', 'makes acme.models.Scorer()'],
    ['a function as code', '\x80\x02ccloudpickle.cloudpickle\n_make_empty_cell\n)R.', 'kept by cloudpickle'],
    ['the names of a module, as dill keeps them', '\x80\x02cacme.models\n__dict__\n.', 'names acme.models.__dict__'],
    ['a code of the registry of extensions', '\x80\x02\x82\x05)R.', 'extension 5'],
    [
      'a function of a framework that is on no list',
      `\x80\x02ctorch.nn.init\nuniform_\nN\x85R.`,
      'torch.nn.init.uniform_',
    ],
  ])('is unknown: %s', (_, pickle, says) => {
    const signs = look(bytesOf(pickle));
    expect(signs.codeOnLoad?.found).toEqual([]);
    expect(signs.unknownCalls?.found.join('\n')).toContain(says);
  });

  test.each<[string, string]>([
    ['cut short', '\x80\x04\x95\x40\0\0\0\0\0\0\0}'],
    ['something else behind its end', 'N.\xff\xfe\xfd'],
    ['a memo index that is not there', '\x80\x02h\x07.'],
    ['a protocol that there is not', '\x80\x09N.'],
  ])('fails closed: %s', (_, pickle) => {
    const signs = look(bytesOf(pickle));
    expect(signs.codeOnLoad?.found).toEqual([]);
    expect(signs.codeOnLoad?.unread).toBeDefined();
  });

  const harmful = bytesOf("cos\nsystem\n(S'echo'\ntR.");
  test.each<[string, Uint8Array]>([
    ['zlib', deflateSync(harmful)],
    ['gzip', gzipSync(harmful)],
    ['gzip in gzip', gzipSync(gzipSync(harmful))],
    ['bzip2', fromBase64('QlpoOTFBWSZTWW8Uv2gAAAVTgAAQAMEYAApCjCAgACImjI9TxQQAAOrSFhhEUqeT4w4+LuSKcKEg3il+0A==')],
    [
      'xz',
      fromBase64(
        '/Td6WFoAAATm1rRGAgAhARYAAAB0L+WjAQAWY29zCnN5c3RlbQooUydlY2hvJwp0Ui4AAHsPOj83JhQVAAEvF4EISbEftvN9AQAAAAAEWVo=',
      ),
    ],
    ['lzma', fromBase64('XQAAgAD//////////wAxm8rGsnxl39+RWZ+x1n4tC59c9SOxgMi9IU47//+MlgAA')],
    ['LZ4', fromBase64('BCJNGGhAFwAAAAAAAAAyFwAAgGNvcwpzeXN0ZW0KKFMnZWNobycKdFIuAAAAAA==')],
  ])('packed with %s', (_, bytes) => expect(found(bytes, 'codeOnLoad').join()).toContain('os.system'));

  test('packed behind more than is unpacked: what stands first is found, and the rest is not known', () => {
    const padded = new Uint8Array(90_000_000);
    padded.set(harmful);
    const signs = look(gzipSync(padded, { level: 1 }));
    expect(signs.codeOnLoad?.found.join()).toContain('os.system');
    expect(signs.codeOnLoad?.unread).toContain('unpacks to more');
  });

  test('a look at inner attributes behind many plain ones', () => {
    const plain = "0cbuiltins\ngetattr\n(ccollections\nOrderedDict\n(tRS'items'\ntR".repeat(300);
    const pickle = `N${plain}0cbuiltins\ngetattr\n(ccollections\nOrderedDict\n(tRS'__globals__'\ntR.`;
    expect(found(bytesOf(pickle), 'codeOnLoad').join()).toContain('__globals__');
  });

  test('credentials among arguments are not shown', () => {
    const key = ['ghp', 'k7Qm2ZtR9xVbN4cLw8YdF1sJ6hGpA3eUoT5i'].join('_');
    const told = found(
      bytesOf(`cos\nsystem\n(S'git clone https://x:${key}@example.invalid'\ntR.`),
      'codeOnLoad',
    ).join();
    expect(told).toContain('os.system');
    expect(told).not.toContain(key.slice(0, 12));
  });

  test('in a storage that PyTorch unpickles', () => {
    const inner = String.fromCharCode(...harmful);
    const pickle = `\x80\x03ctorch.storage\n_load_from_bytes\nC${String.fromCharCode(inner.length)}${inner}\x85R.`;
    expect(found(bytesOf(pickle), 'codeOnLoad').join()).toContain('os.system');
  });

  test('behind an array of joblib’s, exactly where the array ends', () => {
    const head =
      '\x80\x04\x8c\x13joblib.numpy_pickle\x8c\x11NumpyArrayWrapper\x93)\x81}(\x8c\x05shapeK\x03\x85\x8c\x05dtype\x8c\x05numpy\x8c\x05dtype\x93\x8c\x02u1\x89\x88\x87Rub';
    const quiet = bytesOf(`${head}cos.`);
    expect(look(quiet, 'joblib').codeOnLoad).toEqual({ found: [] });
    expect(found(bytesOf(`${head}abccos\nsystem\n.`), 'codeOnLoad', 'joblib').join()).toContain('os.system');
  });
});

/** A ZIP archive with these entries; `change` may alter what stands in its directory. */
const zip = (
  entries: readonly {
    readonly name: string;
    readonly content: Uint8Array;
    readonly inDirectory?: string;
    readonly pack?: boolean;
  }[],
): Uint8Array => {
  const parts: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let at = 0;
  for (const { name, content, inDirectory = name, pack = false } of entries) {
    const body = pack ? deflateRawSync(content) : content;
    const header = (signature: number, width: number, label: string): Uint8Array => {
      const bytes = new Uint8Array(width + label.length);
      const view = new DataView(bytes.buffer);
      const shift = signature === 0x02014b50 ? 2 : 0;
      view.setUint32(0, signature, true);
      view.setUint16(8 + shift, pack ? 8 : 0, true);
      view.setUint32(14 + shift, crc32(content), true);
      view.setUint32(18 + shift, body.length, true);
      view.setUint32(22 + shift, content.length, true);
      view.setUint16(26 + shift, label.length, true);
      if (shift > 0) view.setUint32(42, at, true);
      bytes.set(bytesOf(label), width);
      return bytes;
    };
    const own = header(0x04034b50, 30, name);
    directory.push(header(0x02014b50, 46, inDirectory));
    parts.push(own, body);
    at += own.length + body.length;
  }
  const size = directory.reduce((all, one) => all + one.length, 0);
  const end = new Uint8Array(22);
  const view = new DataView(end.buffer);
  view.setUint32(0, 0x06054b50, true);
  view.setUint16(10, entries.length, true);
  view.setUint32(12, size, true);
  view.setUint32(16, at, true);
  return new Uint8Array(Buffer.concat([...parts, ...directory, end]));
};
describe('an archive', () => {
  const pickle = bytesOf('}.');
  const entry = { name: 'model/data.pkl', content: pickle };
  const faults = (bytes: Uint8Array): string => found(bytes, 'archiveFaults', 'pytorch').join('\n');

  test('as a library writes it', () =>
    expect(faults(zip([entry, { name: 'model/data/0', content: new Uint8Array(64) }]))).toBe(''));

  test.each<[string, Uint8Array, string]>([
    ['a name that leads out', zip([entry, { name: '../../x', content: pickle }]), 'outside its folder'],
    ['an absolute name', zip([entry, { name: '/etc/cron.d/x', content: pickle }]), 'outside its folder'],
    ['a name with a drive', zip([entry, { name: 'C:\\x', content: pickle }]), 'outside its folder'],
    ['two entries of one name', zip([entry, entry]), 'twice'],
    [
      'a name that differs in its directory',
      zip([{ ...entry, inDirectory: 'model/DATA.pkl' }]),
      'in front of its content',
    ],
    ['bytes before it', new Uint8Array(Buffer.concat([bytesOf('GIF89a'), zip([entry])])), 'stand before the archive'],
  ])('%s', (_, bytes, says) => expect(faults(bytes)).toContain(says));

  test('an entry that its directory does not list', () => {
    const whole = zip([entry, { name: 'model/hidden.pkl', content: bytesOf('cos\nsystem\n.') }]);
    const one = zip([entry]);
    const directory = one.subarray(one.length - 22 - 46 - entry.name.length);
    const content = whole.subarray(0, whole.length - 22 - 2 * 46 - entry.name.length - 'model/hidden.pkl'.length);
    const bytes = new Uint8Array(Buffer.concat([content, directory]));
    new DataView(bytes.buffer).setUint32(bytes.length - 6, content.length, true);
    expect(faults(bytes)).toContain('not in its directory');
  });

  test('a wrong checksum, and what stands in it all the same', () => {
    const bytes = zip([{ name: 'model/data.pkl', content: bytesOf("cos\nsystem\n(S'echo'\ntR.") }]);
    const at = 14;
    bytes[at] = bytes[at]! ^ 0xff;
    const directory = bytes.length - 22 - 46 - 'model/data.pkl'.length;
    bytes[directory + 16] = bytes[directory + 16]! ^ 0xff;
    expect(faults(bytes)).toContain('checksum');
    expect(found(bytes, 'codeOnLoad', 'pytorch').join()).toContain('os.system');
  });

  test('a pickle under another name, packed, in an archive in an archive', () => {
    const inner = zip([
      {
        name: 'weights.dat',
        content: bytesOf(`\x80\x04${short('os')}${short('system')}\x93${short('echo')}\x85R.`),
        pack: true,
      },
    ]);
    expect(found(zip([entry, { name: 'extra.bin', content: inner }]), 'codeOnLoad', 'pytorch').join()).toContain(
      'extra.bin!weights.dat',
    );
  });

  test('a bomb is not unpacked', () => {
    const bomb = zip([{ name: 'model/data.pkl', content: new Uint8Array(80_000_000), pack: true }]);
    expect(look(bomb, 'pytorch').codeOnLoad?.unread).toContain('unpacks to more');
  });
});
