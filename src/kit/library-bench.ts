/** The bench for libraries: what is wrong with an item’s data, and what its cases’ programs turned out to mean, in lines that people can compare. */
import type { Evidence } from '../domain/evidence.ts';
import { belongsTo, type FactName, facts } from '../domain/facts.ts';
import { type Scheme, schemes } from '../domain/identifier.ts';
import type { AssetKind } from '../domain/kinds.ts';
import { mayJoin } from '../domain/relations.ts';
import type { AssetStatement, Statements } from '../graph/statement.ts';
import type { End, LanguagePart, Library, Link, Meaning, Pick } from './define-library.ts';

/** Roots that need no import. */
const builtIn = new Set(['builtins', 'globalThis']);

const expandBraces = (path: string): readonly string[] => {
  const open = path.indexOf('{');
  const close = path.indexOf('}', open);
  if (open < 0 || close < 0) return [path];
  return path
    .slice(open + 1, close)
    .split(',')
    .flatMap((choice) => expandBraces(`${path.slice(0, open)}${choice}${path.slice(close + 1)}`));
};

const isUrl = (text: string): boolean => URL.canParse(text) && text.startsWith('https://');

/**
 * Gives every fault of an item’s data, in words: paths that cannot be met, modules that are not listed, facts and relations
 * that their kinds do not take, references that are no address. An item without faults gives none.
 */
export const faultsOf = (library: Library): readonly string[] => {
  const faults: string[] = [];
  if (!isUrl(library.homepage)) faults.push(`homepage: ${library.homepage} is not an https address`);
  const { python, javascript, go, java, csharp } = library;
  const parts = [python, javascript, go, java, csharp].flatMap((part) => part ?? []);
  if (parts.length === 0) faults.push('it describes no language');
  for (const part of parts) faults.push(...faultsOfPart(part));
  return faults;
};

const faultsOfPart = (part: LanguagePart): readonly string[] => {
  const faults: string[] = [];
  const modules = [...part.modules].sort((a, b) => b.length - a.length);
  const checkPath = (path: string): void => {
    if (/[{}\s]/.test(path)) faults.push(`${path}: braces do not nest and paths hold no spaces`);
    if (/\.\.|\.$|^\./.test(path.replaceAll('.js', ''))) faults.push(`${path}: a segment is empty`);
    const isUnder = modules.some(
      (module) => path === module || (/^[./(]/.test(path.slice(module.length)) && path.startsWith(module)),
    );
    if (!isUnder && !builtIn.has(path.split('.')[0]!)) faults.push(`${path}: starts with none of the modules`);
  };
  for (const path of Object.keys(part.aliases ?? {}).flatMap(expandBraces))
    if (/[{}*\s]/.test(path)) faults.push(`${path}: an alias is a plain path`);
  for (const path of [...Object.keys(part.constants ?? {}), ...Object.values(part.extensions ?? {})]) checkPath(path);
  for (const meaning of part.meanings) {
    const paths = (typeof meaning.of === 'string' ? [meaning.of] : meaning.of).flatMap(expandBraces);
    for (const path of paths) checkPath(path);
    faults.push(...faultsOfMeaning(meaning).map((fault) => `${paths[0]}: ${fault}`));
  }
  return faults;
};

const faultsOfMeaning = (meaning: Meaning): readonly string[] => {
  const { asset, links, handler, when, sink, owner, tells, reference, returns, onlyIf, unless, placed } = meaning;
  const faults: string[] = [];
  if (reference !== undefined && !isUrl(reference)) faults.push(`${reference} is not an https address`);
  if (asset) {
    faults.push(...faultsOfFacts(asset.facts, asset.kind));
    for (const claim of asset.complete ?? []) {
      if (claim.grade === 'default' && !(claim.reference && isUrl(claim.reference)))
        faults.push(`the default of ${claim.relation} has no page that documents it`);
    }
    for (const pick of [asset.name, asset.identifier?.value]) if (pick) faults.push(...faultsOfPick(pick));
  }
  if (tells) faults.push(...faultsOfFacts(tells.facts, kindOfEnd(tells.of, meaning)));
  for (const link of links ?? []) faults.push(...faultsOfLink(link, meaning));
  for (const pick of [
    handler,
    sink?.value,
    sink?.onlyIf,
    onlyIf,
    ...(unless ? [unless].flat() : []),
    typeof returns === 'object' ? returns : undefined,
  ])
    if (pick) faults.push(...faultsOfPick(pick));
  if ((onlyIf || unless) && returns !== undefined) faults.push('what a call returns cannot hang on a condition');
  if ((when === 'placed') !== (placed !== undefined))
    faults.push('what is placed says in which files and by which names');
  if (handler && when !== undefined && when !== 'call') faults.push(`a ${when} has no handler; it is the handler`);
  if (owner !== undefined && !handler && when !== 'decorator')
    faults.push('an owner needs a handler or a decorated function');
  const isIdle =
    !asset &&
    !links &&
    !tells &&
    !meaning.effects &&
    !meaning.opaque &&
    !returns &&
    !meaning.yields &&
    !sink &&
    !meaning.members;
  if (isIdle && !owner && !meaning.handlerParameters) faults.push('it says nothing');
  return faults;
};

const faultsOfFacts = (said: Readonly<Partial<Record<FactName, Pick>>> | undefined, kind: AssetKind | undefined) => {
  const faults: string[] = [];
  for (const [name, pick] of Object.entries(said ?? {}) as [FactName, Pick][]) {
    faults.push(...faultsOfPick(pick));
    if (!(name in facts)) faults.push(`${name} is no fact`);
    else {
      if (kind && !belongsTo(name, kind)) faults.push(`${name} does not belong to ${kind}`);
      const { type } = facts[name];
      // With choices, what is picked is turned into one of them first.
      for (const value of pick.choices ? Object.values(pick.choices) : [pick.value, pick.fallback]) {
        if (value === undefined || value === null || type === 'strings') continue;
        if (typeof value !== type) faults.push(`${name} is a ${type}, not ${JSON.stringify(value)}`);
      }
    }
  }
  return faults;
};

const faultsOfPick = (pick: Pick): readonly string[] => {
  const ways = [
    pick.named,
    pick.at,
    pick.receiver,
    pick.defined,
    pick.environment,
    pick.value,
    pick.fallback,
    pick.fallbackByVersion,
  ];
  const faults: string[] = [];
  if (ways.every((way) => way === undefined)) faults.push('a pick picks nothing');
  if (pick.named?.length === 0) faults.push('a pick lists no names');
  if (pick.choices && pick.fallback !== undefined && !(String(pick.fallback) in pick.choices))
    faults.push(`the fallback ${String(pick.fallback)} is none of the choices`);
  if (pick.matching?.global || pick.matching?.sticky)
    faults.push('an expression that keeps its place gives other answers each time');
  for (const inner of [pick.maker, pick.prefixFrom]) if (inner) faults.push(...faultsOfPick(inner));
  return faults;
};

/** The kind at an end, where the meaning alone decides it. */
const kindOfEnd = (end: End, { asset }: Meaning): AssetKind | undefined => {
  if (end === 'self') return asset?.kind;
  if (end === 'application') return 'ai-application';
  if (typeof end === 'object' && 'kind' in end) return end.kind;
  if (typeof end === 'object' && 'made' in end) return end.made;
  return undefined;
};

const faultsOfLink = (link: Link, meaning: Meaning): readonly string[] => {
  const faults: string[] = [];
  for (const end of [link.from, link.to]) {
    if (end === 'self' && !meaning.asset) faults.push(`${link.relation} joins an asset that is not made here`);
    if (typeof end !== 'object' || 'made' in end) continue;
    faults.push(...faultsOfPick('pick' in end ? end.pick : end.value));
    if ('kind' in end && !(end.scheme in schemes)) faults.push(`${end.scheme} is no scheme`);
  }
  const from = kindOfEnd(link.from, meaning);
  const to = kindOfEnd(link.to, meaning);
  const texts = typeof link.to === 'object' && 'pick' in link.to ? link.to.texts?.kind : undefined;
  for (const end of [to, texts])
    if (from && end && !mayJoin(link.relation, from, end))
      faults.push(`${from} cannot be joined to ${end} by ${link.relation}`);
  // What is enclosed may be an agent, a tool or a server; when none of them fits, the application must, save for what a server offers
  // and a route lets in.
  const isOfOne = link.relation === 'offers' || link.relation === 'exposes';
  if (link.from === 'enclosing' && !isOfOne && to && !mayJoin(link.relation, 'ai-application', to))
    faults.push(`an application cannot be joined to ${to} by ${link.relation}`);
  return faults;
};

const place = ({ path, line }: Evidence): string => (line > 0 ? `${path}:${line}` : path || '.');
/** Kinds and relations that manifests are read for; a library’s meaning is not among them. */
const packaged = /^(package-|depends-on$|occurrence-of$)/;
/** Schemes that say no more than the place does. */
const placed: ReadonlySet<Scheme> = new Set<Scheme>(['symbol', 'place']);

/** What an asset is called in a case: kind, name and the identifier that says more than its place. */
const titleOf = (asset: AssetStatement): string => {
  const identifier = asset.identifiers.find((each) => !placed.has(each.scheme));
  return `${asset.kind} ${identifier ? identifier.value.replace(/^.*\|/, '') : asset.name}`;
};

const isEmptyList = (value: unknown): boolean => Array.isArray(value) && value.length === 0;

/** What a case’s programs mean: sorted lines, each once. Projects and repositories stand there only as far as something is said of them. */
export interface LibraryAnswer {
  readonly assets: readonly string[];
  readonly relations: readonly string[];
  /** Ends of relations that could not be followed, with the reason. */
  readonly open?: readonly string[];
}

/** Gives what was stated in lines: `tool search @ app.py:4 { takesUntrustedContent: true }`; `how` stands where it is not `declared`. */
export const describeStatements = (statements: Statements): LibraryAnswer => {
  const lines = statements.assets.flatMap((asset) => {
    const said = asset.facts
      // That nothing was seen is the engine’s to say; a case is about what a library means.
      .filter(({ fact, value }) => !(fact === 'path' && asset.kind.endsWith('application')) && !isEmptyList(value))
      .map(({ fact, value, evidence }) => {
        const how = evidence.find((each) => each.how !== 'declared' && each.how !== 'observed')?.how;
        return `${fact}: ${JSON.stringify(value)}${how ? ` (${how})` : ''}`;
      });
    // How far flows were followed is the engine’s to test.
    const unseen = asset.unseen
      .filter(({ fact }) => fact !== 'outputSink')
      .map(({ fact, why }) => `${fact}: unknown, ${why}`);
    const closed = asset.closures.map(({ relation, grade }) => `all ${relation} (${grade})`);
    const details = [...new Set([...said, ...unseen, ...closed])].sort();
    if (
      packaged.test(asset.kind) ||
      asset.kind === 'code-project' ||
      (asset.kind === 'ai-application' && details.length === 0)
    )
      return [];
    const where = asset.evidence[0] ? ` @ ${place(asset.evidence[0])}` : '';
    return [`${titleOf(asset)}${where}${details.length > 0 ? ` { ${details.join('; ')} }` : ''}`];
  });
  const relations = statements.relations
    .filter(
      ({ relation, from }) =>
        !packaged.test(relation) && !(relation === 'contains' && statements.assets[from]!.kind !== 'notebook'),
    )
    .map(({ relation, from, to, evidence }) => {
      const how = evidence.some((each) => each.how === 'inferred') ? ' (inferred)' : '';
      return `${titleOf(statements.assets[from]!)} ${relation} ${titleOf(statements.assets[to]!)}${how}`;
    });
  const open = statements.open.map(
    ({ asset, relation, why }) => `${titleOf(statements.assets[asset]!)} ${relation} ?: ${why}`,
  );
  const sorted = (all: readonly string[]): readonly string[] => [...new Set(all)].sort();
  return {
    assets: sorted(lines),
    relations: sorted(relations),
    ...(open.length > 0 ? { open: sorted(open) } : {}),
  };
};
