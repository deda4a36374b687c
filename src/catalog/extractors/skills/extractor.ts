/** Reads skills: what an agent is told of each, what it may do without being asked, and whether scripts come with it. */
import {
  type AssetObservation,
  defineExtractor,
  type Extraction,
  emptyExtraction,
  type FactName,
  type FactSaid,
  type RelationObservation,
} from '../../../kit/define-extractor.ts';
import { observeClient } from '../../../kit/observe-client.ts';
import { project } from '../../../kit/observe-packages.ts';
import { observeInstructions } from '../../../kit/observe-text.ts';
import { readFrontMatter } from '../../../read/front-matter.ts';
import { entryOf, type Positioned, textOf, textsOf } from '../../../read/positioned.ts';
import { baseNameOf, folderOf } from '../../../read/source-path.ts';

type Facts = Partial<Record<FactName, FactSaid>>;

const key = 'skill';

/** Folders from which clients load skills by themselves; `.agents` is for whoever looks there. */
const clients: Readonly<Record<string, string>> = {
  claude: 'claude-code',
  codex: 'codex',
  cursor: 'cursor',
  factory: 'factory-droid',
  gemini: 'gemini-cli',
  github: 'vscode',
  goose: 'goose',
  junie: 'junie',
  kilocode: 'kilo',
  kiro: 'kiro',
  opencode: 'opencode',
  qwen: 'qwen-code',
  roo: 'roo',
  trae: 'trae',
  windsurf: 'windsurf',
};

const clientOf = (path: string): string | undefined => clients[/(?:^|\/)\.([a-z]+)\/skills\//.exec(path)?.[1] ?? ''];

/** A script of the skill’s own, as its text names it. */
const script = /(?:^|[\s`"'(/])scripts\/[\w./-]+\.(?:py|sh|bash|js|mjs|ts|rb|pl|ps1)\b/;

/** What the tools that are allowed without asking can do, by the names that Claude Code gives them: `Bash(git *)`, `WebFetch`. */
const toolEffects: readonly (readonly [tool: RegExp, fact: FactName])[] = [
  [/^(?:Bash|Shell|PowerShell)(?:\(|$)/i, 'executesCode'],
  [/^(?:WebFetch|WebSearch)(?:\(|$)/i, 'takesUntrustedContent'],
  [/^(?:Write|Edit|MultiEdit|NotebookEdit)(?:\(|$)/i, 'changesState'],
];

/** The list may be written as a list or as one text with commas or spaces, which stand inside brackets too. */
const toolsIn = (value: Positioned | undefined): readonly string[] =>
  textOf(value) === undefined ? textsOf(value) : (textOf(value)!.match(/[\w-]+(?:\([^)]*\))?/g) ?? []);

const effectsOf = (head: Positioned | undefined, body: string, bodyLine: number): Facts => {
  const allowed = entryOf(head, 'allowed-tools') ?? entryOf(head, 'allowed_tools');
  const facts: Facts = {};
  const found = script.exec(body);
  if (found)
    facts.executesCode = {
      value: true,
      how: 'inferred',
      confidence: 0.9,
      line: bodyLine + body.slice(0, found.index + 1).split('\n').length - 1,
    };
  for (const tool of toolsIn(allowed?.value))
    for (const [named, fact] of toolEffects) if (named.test(tool)) facts[fact] = { value: true, line: allowed!.line };
  return facts;
};

/** Entries that allow every command. */
const everyCommand = /^(?:\*|(?:Bash|Shell|PowerShell)(?:\((?:\*|\*:\*|:\*)?\))?)$/i;

/** What it allows itself that amounts to any command; `*` alone stands for every tool. */
const broadlyAllowed = (head: Positioned | undefined): FactSaid => {
  const allowed = entryOf(head, 'allowed-tools') ?? entryOf(head, 'allowed_tools');
  const broad = toolsIn(allowed?.value).filter((tool) => everyCommand.test(tool));
  if (textOf(allowed?.value)?.trim() === '*') broad.push('*');
  return { value: broad, ...(allowed === undefined ? {} : { line: allowed.line }) };
};

export default defineExtractor({
  id: 'skills',
  title: 'Skills of agents',
  claims: { names: ['SKILL.md'] },
  limit: 2_000_000,
  extract(input): Extraction {
    const { path, text } = input;
    const matter = readFrontMatter(text());
    const head = matter?.head.value;
    const said = (name: string) => {
      const entry = entryOf(head, name);
      const value = textOf(entry?.value)?.trim();
      return entry !== undefined && value ? { value, line: entry.line } : undefined;
    };
    const name = said('name');
    const description = said('description');
    // Without these no client takes the file for a skill: https://agentskills.io/specification
    if (matter === undefined || (name === undefined && description === undefined)) return emptyExtraction;
    const folder = folderOf(path);
    const license = said('license');
    const line = name?.line ?? description?.line ?? 1;
    const skill: AssetObservation = {
      key,
      kind: 'skill',
      name: name?.value ?? baseNameOf(folder),
      identifiers: [{ scheme: 'place', value: folder }],
      facts: {
        path: { value: folder === '' ? '.' : folder },
        source: { value: 'local-file' },
        ...(description === undefined ? {} : { description }),
        // A sentence that leads elsewhere names no licence.
        ...(license === undefined || !/^[\w.+-]+(?: (?:AND|OR|WITH) [\w.+-]+)*$/.test(license.value)
          ? {}
          : { license }),
        ...effectsOf(head, matter.body, matter.bodyLine),
        approvedBroadly: broadlyAllowed(head),
      },
      line,
    };
    const contained: RelationObservation = { relation: 'contains', from: project, to: { local: key }, line };
    const gaps = matter.head.errors.map(({ line: at, why }) => ({
      what: `${path}:${at}`,
      scope: 'file' as const,
      why,
    }));
    const client = clientOf(path);
    const told = observeInstructions(input, skill);
    if (client === undefined)
      return { ...emptyExtraction, assets: told.assets, relations: [contained, ...told.relations], gaps };
    return {
      ...emptyExtraction,
      assets: [...told.assets, observeClient(path, client, line)],
      relations: [
        contained,
        ...told.relations,
        { relation: 'instructs', from: { local: key }, to: { local: 'client' }, line },
      ],
      gaps,
    };
  },
});
