/** Reads `langgraph.json`: the graphs that a LangGraph server serves, and the environment it gives them. */
import {
  type AssetObservation,
  type Definition,
  defineExtractor,
  type Extraction,
  emptyExtraction,
  literal,
  unknownTerm,
} from '../../../kit/define-extractor.ts';
import { project } from '../../../kit/observe-packages.ts';
import { readJson } from '../../../read/json-positions.ts';
import { entriesOf, textOf, valueAt } from '../../../read/positioned.ts';
import { isCredentialName, judgeNamed } from '../../../read/secret-shapes.ts';
import { folderOf, joinPath } from '../../../read/source-path.ts';

export default defineExtractor({
  id: 'langgraph-json',
  title: 'Graphs of a LangGraph server',
  claims: { names: ['langgraph.json'] },
  limit: 1_000_000,
  extract({ path, text }): Extraction {
    const { value: root, errors } = readJson(text());
    const folder = folderOf(path);
    const assets = entriesOf(valueAt(root, 'graphs')).flatMap(
      ([name, { value, line }]): readonly AssetObservation[] => {
        // Written as `./src/agent.py:graph`, or with a description beside it.
        const at = textOf(value) ?? textOf(valueAt(value, 'path'));
        const [, file, symbol] = /^(.+\.(?:py|[cm]?[jt]sx?)):([A-Za-z_$][\w$]*)$/.exec(at?.trim() ?? '') ?? [];
        const place = file === undefined ? undefined : joinPath(folder, file);
        if (place === undefined) return [];
        const description = textOf(valueAt(value, 'description'));
        return [
          {
            key: `graph:${name}`,
            kind: 'agent',
            name,
            // The graph that the code binds to this name.
            identifiers: [{ scheme: 'symbol', value: `${place}#${symbol}` }],
            facts: {
              framework: { value: 'langgraph' },
              ...(description === undefined ? {} : { description: { value: description } }),
            },
            line,
          },
        ];
      },
    );
    if (assets.length === 0 && valueAt(root, 'graphs') === undefined) return emptyExtraction;
    const definitions = entriesOf(valueAt(root, 'env')).flatMap(([name, { value, line }]): readonly Definition[] => {
      const said = textOf(value);
      if (said === undefined) return [];
      const isSecret = judgeNamed(name, said) !== undefined || (said !== '' && isCredentialName(name));
      const term = isSecret ? unknownTerm('a secret, not kept', line) : literal(said, line);
      return [{ namespace: 'environment', name, value: term, line, holder: `folder:${folder}` }];
    });
    return {
      ...emptyExtraction,
      assets,
      definitions,
      relations: assets.map(({ key, line }) => ({ relation: 'contains', from: project, to: { local: key }, line })),
      gaps: errors.map(({ line, why }) => ({ what: `${path}:${line}`, scope: 'file' as const, why })),
    };
  },
});
