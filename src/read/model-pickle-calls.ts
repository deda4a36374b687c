/** What a pickle reaches and calls, followed through the functions that call others on its behalf; nothing is executed. */
import {
  ByteText,
  Dictionary,
  Made,
  NamedGlobal,
  nameOf,
  Sequence,
  showArguments,
  textsAmong,
  type Value,
} from './model-pickle-values.ts';

/** How far a pickle goes with what it names: it is looked up (which imports its module), made without being called, or called. */
export type Reach = 'named' | 'created' | 'called';

/** One global that a pickle reaches. */
export interface PickleUse {
  readonly module: string;
  readonly name: string;
  readonly reach: Reach;
  /** As Python would write it: `os.system('echo')`. */
  readonly shown: string;
  /** Constant texts among the arguments. */
  readonly texts: readonly string[];
  /** Where in the stream it goes so far, in bytes. */
  readonly offset: number;
  /** The name is not known, because the pickle computes it. */
  readonly isHidden?: boolean;
}

/** More uses than a model has. */
const mostUses = 5000;
/** Texts among the arguments of one function that are kept. */
const mostTexts = 200;
const order: readonly Reach[] = ['named', 'created', 'called'];

/** Names that Python 2 gave to modules of today’s. */
const renamed: Readonly<Record<string, string>> = {
  __builtin__: 'builtins',
  exceptions: 'builtins',
  copy_reg: 'copyreg',
  cPickle: '_pickle',
  Queue: 'queue',
  SocketServer: 'socketserver',
  UserDict: 'collections',
  urllib2: 'urllib.request',
  httplib: 'http.client',
  xmlrpclib: 'xmlrpc.client',
  commands: 'subprocess',
  HTMLParser: 'html.parser',
  whichdb: 'dbm',
  _winreg: 'winreg',
  thread: '_thread',
};

/** Functions that call the first of their arguments on a list of others. */
const applying = new Set([
  'builtins.map',
  'builtins.filter',
  'functools.reduce',
  'itertools.starmap',
  '_functools.reduce',
]);
const binding = new Set(['functools.partial', '_functools.partial', 'functools.partialmethod']);
const getting = new Set(['builtins.getattr', 'operator.attrgetter', '_operator.attrgetter']);
const importing = new Set([
  'builtins.__import__',
  'importlib.import_module',
  'importlib.__import__',
  'pkgutil.resolve_name',
]);
/** Functions that call one of their arguments with another: the places of both. */
const calling: ReadonlyMap<string, readonly number[]> = new Map([
  ['torch._tensor._rebuild_from_type', [0, 2]],
  ['torch._tensor._rebuild_from_type_v2', [0, 2]],
  ['jax._src.array._reconstruct_array', [0, 1]],
]);
/** Functions that unpickle the bytes that they are given, and do nothing else. */
const unpickling = new Set(['torch.storage._load_from_bytes', 'numba.core.serialize._unpickle__CustomPickled']);
/** How Keras restores a model: from a whole file of its own in memory, which is then looked into. */
const kerasModel = /^keras\.src\.(?:\w+\.)*[A-Z]\w*\._unpickle_model$/;

/** The bytes of a file in memory. */
const bytesHeldBy = (value: Value): ByteText | undefined => {
  if (!(value instanceof Made && value.of instanceof NamedGlobal && /^_?io\.BytesIO$/.test(nameOf(value.of))))
    return undefined;
  const state = value.state instanceof Sequence ? value.state.items[0] : undefined;
  return [state, value.args[0]].find((one) => one instanceof ByteText);
};

/** Functions that make an object of the class that they are given without calling it. */
const making = new Set(['copyreg._reconstructor', 'copyreg.__newobj__', 'copyreg.__newobj_ex__']);

/** Functions that make a function of code in the file; calling what they made runs it. */
const bringingCode = /(?:_make_function|_create_function|FunctionType|LambdaType)$/;

/** Distributions of SciPy run this text when they are restored; what SciPy writes there only hands arguments on. */
const isArgumentParser = (text: string): boolean =>
  text
    .split('\n')
    .every((line) =>
      /^(?:\s*|def _parse_args\w*\(self, [\w\s=,.'-]*\):|\s+return (?:self\._argcheck_rvs)?\([\w\s=,.-]*\)[\w\s,]*)$/.test(
        line,
      ),
    );

/** Attributes that Python asks an object for when it restores, calls or leaves it. */
const hooks = /^__(?:setstate|class|reduce|reduce_ex|getattr|getattribute|setattr|call|del)__$/;

/** Gathers what is reached, each once, with the farthest it goes. */
export class PickleCalls {
  readonly #uses = new Map<string, PickleUse>();
  /** Pickles in texts of bytes that a harmless function unpickles. */
  readonly nested: ByteText[] = [];
  /** Where texts of bytes begin that are programs. */
  readonly programs: number[] = [];
  isOverfull = false;

  get uses(): readonly PickleUse[] {
    return [...this.#uses.values()];
  }

  /** A global by its two names, which must be texts. */
  name(module: Value, name: Value, offset: number): NamedGlobal {
    if (typeof module !== 'string' || typeof name !== 'string') {
      this.add({
        module: '?',
        name: '?',
        reach: 'named',
        shown: 'a name that is computed',
        texts: [],
        offset,
        isHidden: true,
      });
      return new NamedGlobal('?', '?', offset);
    }
    const global = new NamedGlobal(renamed[module] ?? module, name, offset);
    this.#reach(global, 'named', [], offset);
    return global;
  }

  /** Notes a use of a global. What is shown of it is written only where it is kept, for a model may call one function a million times. */
  #reach(global: NamedGlobal, reach: Reach, args: readonly Value[], offset: number): void {
    const { module, name } = global;
    const known = this.#uses.get(`${module}\n${name}`);
    const isNews = known === undefined || order.indexOf(known.reach) < order.indexOf(reach);
    if (!isNews && (reach !== 'called' || known.texts.length >= mostTexts)) return;
    const shown = isNews ? `${nameOf(global)}${reach === 'named' ? '' : showArguments(args)}` : known.shown;
    this.add({ module, name, reach, shown, texts: textsAmong(args), offset });
  }

  /** Adds a use; of several of one global, the one that goes farthest stands. */
  add(use: PickleUse): void {
    const key = `${use.module}\n${use.name}`;
    const known = this.#uses.get(key);
    if (known !== undefined && order.indexOf(known.reach) >= order.indexOf(use.reach)) {
      // Another call with other texts may be the one that matters.
      if (use.reach === 'called' && use.texts.length > 0 && known.texts.length < mostTexts)
        this.#uses.set(key, { ...known, texts: [...known.texts, ...use.texts.slice(0, 20)] });
      return;
    }
    if (known === undefined && this.#uses.size >= mostUses) {
      this.isOverfull = true;
      return;
    }
    this.#uses.set(key, use);
  }

  /** An attribute of a value: of a global it is another, with a dotted name. */
  attribute(of: Value, name: Value, offset: number): Value {
    if (!(of instanceof NamedGlobal)) {
      if (typeof name === 'string' && /(?:^|\.)__\w+__(?:\.|$)/.test(name))
        this.#hook(`reads ${name} of ${showArguments([of]).slice(1, -1)}`, offset);
      return new Made('an attribute', [of, name]);
    }
    if (typeof name !== 'string') return this.name(undefined, undefined, offset);
    return this.name(of.module, of.name === '' ? name : `${of.name}.${name}`, offset);
  }

  /** Makes an object of a class without calling it, as `object.__new__` does. */
  create(of: Value, args: readonly Value[], offset: number): Value {
    if (of instanceof NamedGlobal) this.#reach(of, 'created', args, offset);
    return new Made(of, args);
  }

  /** Calls a value, and whatever that calls in turn. */
  call(of: Value, args: readonly Value[], offset: number, depth = 0): Value {
    if (depth > 20) return undefined;
    if (of instanceof Made) return this.#callMade(of, args, offset, depth);
    if (!(of instanceof NamedGlobal)) return undefined;
    if (kerasModel.test(`${of.module}.${of.name}`)) {
      const archive = bytesHeldBy(args[0]);
      if (archive !== undefined) {
        this.nested.push(archive);
        return new Made(of, args);
      }
    }
    this.#reach(of, 'called', args, offset);
    const [first, second] = args;
    const name = nameOf(of);
    if (name === 'builtins.getattr') return this.attribute(first, second, offset);
    if (name === 'builtins.setattr') this.#setAttribute(first, second, args[2], offset);
    if (importing.has(name)) {
      const [module, rest] = typeof first === 'string' ? first.split(':') : [];
      return module === undefined ? new Made(of, args) : this.name(module, rest ?? '', offset);
    }
    if (applying.has(name)) {
      const items = second instanceof Sequence ? second.items.slice(0, 20) : [second];
      return items.map((item) =>
        this.call(
          first,
          item instanceof Sequence && name === 'itertools.starmap' ? item.items : [item],
          offset,
          depth + 1,
        ),
      )[0];
    }
    if (making.has(name)) {
      const rest = name.endsWith('__newobj_ex__') && second instanceof Sequence ? second.items : args.slice(1);
      return this.create(first, rest, offset);
    }
    // These call the function that they are given: https://github.com/pytorch/pytorch/blob/main/torch/_tensor.py
    const given = calling.get(name);
    if (given !== undefined) {
      const [called, passed] = given.map((index) => args[index]);
      return this.call(called, passed instanceof Sequence ? passed.items : [passed], offset, depth + 1);
    }
    if (unpickling.has(name) && first instanceof ByteText) this.nested.push(first);
    return new Made(of, args);
  }

  #callMade(made: Made, args: readonly Value[], offset: number, depth: number): Value {
    const name = made.of instanceof NamedGlobal ? nameOf(made.of) : made.of;
    if (typeof name === 'string') {
      if (binding.has(name)) return this.call(made.args[0], [...made.args.slice(1), ...args], offset, depth + 1);
      if (getting.has(name)) {
        const path = typeof made.args[0] === 'string' ? made.args[0] : undefined;
        return this.attribute(args[0], path, offset);
      }
      if (/^_?operator\.methodcaller$/.test(name))
        return this.call(this.attribute(args[0], made.args[0], offset), made.args.slice(1), offset, depth + 1);
    }
    this.add({
      module: '?',
      name: '?()',
      reach: 'called',
      shown: `${showArguments([made]).slice(1, -1)}${showArguments(args)}`,
      texts: textsAmong([made, ...args]),
      offset,
      ...(typeof name === 'string' && bringingCode.test(name) ? { isHidden: true } : {}),
    });
    return new Made(made, args);
  }

  /** An attribute that is set by a call: of what the pickle made it is its own, unless Python asks it for what to do. */
  #setAttribute(of: Value, name: Value, value: Value, offset: number): void {
    if (of instanceof NamedGlobal) this.#hook(`changes ${nameOf(of)} itself`, offset);
    else if (typeof name !== 'string' || hooks.test(name))
      this.#hook(
        `sets ${String(name)} of ${showArguments([of]).slice(1, -1)} to ${showArguments([value]).slice(1, -1)}`,
        offset,
      );
  }

  /** Sets the state of an object, which its class may answer with code of its own. */
  build(target: Value, state: Value, offset: number): void {
    if (target instanceof Made) {
      target.state = state;
      const given = state instanceof Sequence ? state.items : [state];
      // Objects of pydantic keep their fields one level deeper.
      const deeper = given.map((part) => (part instanceof Dictionary ? part.get('__dict__') : undefined));
      for (const part of [...given, ...deeper]) {
        if (!(part instanceof Dictionary)) continue;
        const template = part.get('_parse_arg_template');
        if (typeof template === 'string' && !isArgumentParser(template))
          this.#hook(
            `has ${showArguments([target]).slice(1, -1)} run ${showArguments([template]).slice(1, -1)}`,
            offset,
          );
        const hook = part.entries.find(([key]) => typeof key === 'string' && hooks.test(key));
        if (hook)
          this.#hook(
            `sets ${String(hook[0])} of ${showArguments([target]).slice(1, -1)} to ${showArguments([hook[1]]).slice(1, -1)}`,
            offset,
          );
      }
      return;
    }
    // An object’s state is its own; a class or module that is given one is changed for the whole program.
    if (target instanceof NamedGlobal) this.#hook(`changes ${nameOf(target)} itself`, offset);
  }

  #hook(shown: string, offset: number): void {
    this.add({ module: '?', name: shown, reach: 'called', shown: `it ${shown}`, texts: [], offset, isHidden: true });
  }
}
