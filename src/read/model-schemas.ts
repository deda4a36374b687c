/** Looks through descriptions by which libraries make objects: the schema of skops, and the targets in a configuration of NeMo or Hydra. */
import { readJson } from './json-positions.ts';
import { isDangerousName } from './model-pickle-names.ts';
import { judgeUse } from './model-pickle-trust.ts';
import type { SignBook } from './model-signs.ts';
import { entriesOf, itemsOf, type Positioned, textOf, valueAt } from './positioned.ts';

const mostNodes = 500_000;

const judge = (module: string, name: string, book: SignBook, part: string, reach: 'created' | 'called'): void => {
  const shown = `${module}.${name}`;
  const trust = judgeUse({ module, name, reach, shown, texts: [], offset: 0 });
  if (trust === 'harmless') return;
  book.add(trust === 'dangerous' ? 'codeOnLoad' : 'unknownCalls', `makes ${shown.slice(0, 120)}`, part);
};

/** Looks through `schema.json` of skops. https://skops.readthedocs.io/en/stable/persistence.html */
export const inspectSkops = (text: string, book: SignBook, part: string): void => {
  book.ask('codeOnLoad', 'unknownCalls');
  const { value, errors } = readJson(text);
  if (errors.length > 0) book.unread(`its schema is no JSON: ${errors[0]!.why}`, 'codeOnLoad', 'unknownCalls');
  const pending: Positioned[] = value === undefined ? [] : [value];
  let left = mostNodes;
  while (pending.length > 0 && left-- > 0) {
    const at = pending.pop()!;
    if (at.is === 'list') pending.push(...itemsOf(at));
    if (at.is !== 'map') continue;
    const module = textOf(valueAt(at, '__module__'));
    const name = textOf(valueAt(at, '__class__'));
    const loader = textOf(valueAt(at, '__loader__')) ?? '';
    // Types are only named, and plain containers are made by skops itself.
    if (
      module !== undefined &&
      name !== undefined &&
      !/^(?:TypeNode|JsonNode|ListNode|DictNode|TupleNode|SetNode|NdArrayNode|SparseMatrixNode)$/.test(loader)
    )
      judge(module, name, book, part, /Method|Operator|Function|Partial/.test(loader) ? 'called' : 'created');
    for (const [, { value: each }] of entriesOf(at)) if (each.is !== 'scalar') pending.push(each);
  }
  if (left <= 0) book.unread('its schema is larger than is read', 'codeOnLoad', 'unknownCalls');
};

/** Packages whose classes configurations of NeMo make. */
const ofNemo =
  /^(?:nemo|nemo_text_processing|torch|torchvision|torchaudio|pytorch_lightning|lightning|omegaconf|hydra|transformers|megatron|apex|transformer_engine|numpy|sentencepiece|tokenizers|torchmetrics|bignlp)\./;

/** Looks through a configuration for `_target_`, which is called with what stands beside it. https://hydra.cc/docs/advanced/instantiate_objects/overview/ */
export const inspectTargets = (text: string, book: SignBook, part: string): void => {
  book.ask('codeOnLoad', 'unknownCalls');
  for (const { 1: target, index } of text.matchAll(/^\s*(?:- )?['"]?_target_['"]?\s*:\s*['"]?([A-Za-z_][\w.]*)/gm)) {
    const at = target!.lastIndexOf('.');
    const [module, name] = at < 0 ? ['builtins', target!] : [target!.slice(0, at), target!.slice(at + 1)];
    if (isDangerousName(module, name)) book.add('codeOnLoad', `calls ${target!.slice(0, 120)}`, part, index);
    else if (!ofNemo.test(target!)) book.add('unknownCalls', `calls ${target!.slice(0, 120)}`, part, index);
  }
};
