/** Reads lists of tools as MCP servers give them: recorded answers to tools/list, and manifests of packed servers. */
import {
  type AssetObservation,
  defineExtractor,
  type Extraction,
  emptyExtraction,
  type FactName,
  type FactSaid,
  type RelationObservation,
} from '../../../kit/define-extractor.ts';
import { project } from '../../../kit/observe-packages.ts';
import { type TextPart, withTextSigns } from '../../../kit/observe-text.ts';
import { readJson } from '../../../read/json-positions.ts';
import { booleanOf, entriesOf, entryOf, itemsOf, type Positioned, textOf, valueAt } from '../../../read/positioned.ts';
import { baseNameOf, folderOf } from '../../../read/source-path.ts';

/** A list with the map that it stands in, which may name the server. */
interface ToolList {
  readonly around: Positioned;
  readonly tools: readonly Positioned[];
  readonly line: number;
}

const isTool = (item: Positioned): boolean =>
  textOf(valueAt(item, 'name')) !== undefined &&
  (valueAt(item, 'inputSchema')?.is === 'map' || valueAt(item, 'input_schema')?.is === 'map');

/** The list of an answer (https://modelcontextprotocol.io/specification/server/tools), of its result alone, or of a packed server’s manifest. */
const toolListOf = (root: Positioned | undefined): ToolList | undefined => {
  const isPacked =
    (entryOf(root, 'dxt_version') !== undefined || entryOf(root, 'manifest_version') !== undefined) &&
    valueAt(root, 'server')?.is === 'map';
  for (const around of [root, valueAt(root, 'result')]) {
    const tools = entryOf(around, 'tools');
    const items = itemsOf(tools?.value);
    if (around === undefined || tools === undefined || items.length === 0) continue;
    if (isPacked ? items.every((item) => textOf(valueAt(item, 'name')) !== undefined) : items.some(isTool))
      return { around, tools: items, line: tools.line };
  }
  const items = itemsOf(root);
  return root !== undefined && items.length > 0 && items.every(isTool)
    ? { around: root, tools: items, line: root.line }
    : undefined;
};

/** Deepest schema that is read; a deeper one is written to hide something. */
const deepest = 12;

/** Every description that the model is shown of a tool: its own, and those of its parameters. */
const wordsOf = (value: Positioned | undefined, depth = 0): readonly TextPart[] => {
  if (value === undefined || depth > deepest) return [];
  const own = entriesOf(value).flatMap(([name, entry]) => {
    const text = ['description', 'title', 'default', 'const'].includes(name) ? textOf(entry.value) : undefined;
    return text === undefined ? wordsOf(entry.value, depth + 1) : [{ text, line: entry.line }];
  });
  const listed = itemsOf(value).flatMap((item) => {
    const text = textOf(item);
    return text === undefined ? wordsOf(item, depth + 1) : [{ text, line: item.line }];
  });
  return [...own, ...listed];
};

const observeTool = (path: string, tool: Positioned): readonly AssetObservation[] => {
  const name = entryOf(tool, 'name')!;
  const text = textOf(name.value)!;
  const description = entryOf(tool, 'description');
  const words = textOf(description?.value)?.trim();
  const facts: Partial<Record<FactName, FactSaid>> = {
    ...(words ? { description: { value: words, line: description!.line } } : {}),
  };
  for (const hint of ['readOnlyHint', 'destructiveHint'] as const) {
    const entry = entryOf(valueAt(tool, 'annotations'), hint);
    const said = booleanOf(entry?.value);
    if (entry !== undefined && said !== undefined) facts[hint] = { value: said, line: entry.line };
  }
  return withTextSigns(
    {
      key: `tool:${text}`,
      kind: 'mcp-tool',
      name: text,
      identifiers: [{ scheme: 'symbol', value: `${path}#tool:${text}` }],
      facts,
      line: name.line,
      how: 'observed',
    },
    [{ text, line: name.line }, ...wordsOf(tool)],
  );
};

const nameOf = ({ around }: ToolList, root: Positioned | undefined, path: string): string =>
  textOf(valueAt(around, 'serverInfo', 'name')) ??
  textOf(valueAt(root, 'serverInfo', 'name')) ??
  textOf(valueAt(root, 'server', 'name')) ??
  textOf(valueAt(root, 'server')) ??
  textOf(valueAt(root, 'name')) ??
  (/^(?:mcp[-_.])?tools?(?:[-_.]list)?\.json$/i.test(baseNameOf(path)) && folderOf(path) !== ''
    ? baseNameOf(folderOf(path))
    : baseNameOf(path).replace(/(?:[-_.](?:mcp|tools?|list|manifest))*\.json$/i, ''));

export default defineExtractor({
  id: 'mcp-tool-lists',
  title: 'Lists of the tools of MCP servers',
  claims: {
    names: ['manifest.json'],
    paths: [
      /(^|\/)(?:[\w.-]*[-_.])?(?:tools?|mcp)(?:[-_.][\w.-]+)?\.json$/i,
      /(^|\/)(?:mcp[-_.]?)?tools\/[\w.-]+\.json$/i,
    ],
  },
  limit: 5_000_000,
  extract({ path, text }): Extraction {
    const { value: root, errors } = readJson(text());
    const list = toolListOf(root);
    if (list === undefined) return emptyExtraction;
    const name = nameOf(list, root, path);
    const instructions = entryOf(list.around, 'instructions');
    const told = textOf(instructions?.value)?.trim();
    const server: AssetObservation = {
      key: 'server',
      kind: 'mcp-server-definition',
      name,
      identifiers: [{ scheme: 'symbol', value: `${path}#server` }],
      facts: told ? { description: { value: told, line: instructions!.line } } : {},
      complete: [{ relation: 'offers', grade: 'observed', scope: 'file', line: list.line }],
      line: list.line,
      how: 'observed',
    };
    const named = list.tools.filter((tool) => textOf(valueAt(tool, 'name')) !== undefined);
    const relations: RelationObservation[] = [
      { relation: 'contains', from: project, to: { local: 'server' }, line: list.line },
      ...named.map((tool) => ({
        relation: 'offers' as const,
        from: { local: 'server' },
        to: { local: `tool:${textOf(valueAt(tool, 'name'))!}` },
        line: tool.line,
      })),
    ];
    return {
      ...emptyExtraction,
      assets: [server, ...named.flatMap((tool) => observeTool(path, tool))],
      relations,
      gaps: errors.map(({ line, why }) => ({ what: `${path}:${line}`, scope: 'file' as const, why })),
    };
  },
});
