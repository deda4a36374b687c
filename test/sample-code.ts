/** Small estates of real source text for the tests of resolve, with a small library that gives them meaning. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import javascriptModules from '../src/catalog/resolvers/javascript-modules/resolver.ts';
import environment from '../src/catalog/resolvers/process-environment/resolver.ts';
import pythonModules from '../src/catalog/resolvers/python-modules/resolver.ts';
import { type AssetObservation, type Definition, emptyExtraction, type UnitLink } from '../src/domain/observation.ts';
import { resolve } from '../src/engine/resolve/resolve.ts';
import type { Statements } from '../src/graph/statement.ts';
import { defineLibrary } from '../src/kit/define-library.ts';
import { createGrammars } from '../src/read/grammar.ts';
import { readJavaScriptProgram } from '../src/read/javascript-program.ts';
import { readPythonProgram } from '../src/read/python-program.ts';

const library = defineLibrary({
  id: 'sample',
  title: 'Sample',
  homepage: 'https://example.org',
  python: {
    packages: ['acme-llm'],
    modules: ['acme'],
    aliases: { 'acme.clients.Client': 'acme.Client' },
    meanings: [
      {
        of: 'acme.{Client,AsyncClient}().complete',
        asset: {
          kind: 'model',
          identifier: { scheme: 'model-name', value: { named: ['model'], at: 0, prefix: 'acme:' } },
        },
        links: [{ relation: 'invokes', from: 'enclosing', to: 'self' }],
        yields: 'model-output',
        sink: { kind: 'prompt', value: { named: ['prompt'] } },
      },
      {
        of: 'acme.tool',
        when: 'decorator',
        asset: { kind: 'tool', facts: { description: { defined: 'documentation' } } },
      },
      {
        of: 'acme.Agent',
        asset: { kind: 'agent', complete: [{ relation: 'uses-tool', grade: 'declared', scope: 'file' }] },
        links: [{ relation: 'uses-tool', from: 'self', to: { pick: { named: ['tools'] }, otherwise: 'tool' } }],
      },
      { of: 'acme.ready.{Search,Mail}', asset: { kind: 'tool' } },
      { of: 'acme.web.get', effects: ['takes-untrusted-content'], yields: 'untrusted-input' },
      { of: 'acme.route', when: 'decorator', handlerParameters: 'untrusted-input' },
      { of: 'builtins.exec', sink: { kind: 'eval', value: { at: 0 } } },
    ],
  },
  javascript: {
    packages: ['acme-llm'],
    modules: ['acme-llm'],
    meanings: [
      {
        of: 'acme-llm.generate',
        asset: { kind: 'model', identifier: { scheme: 'model-name', value: { named: ['model'], prefix: 'acme:' } } },
        links: [{ relation: 'invokes', from: 'enclosing', to: 'self' }],
      },
      {
        of: 'acme-llm.tool',
        asset: { kind: 'tool', facts: { description: { named: ['description'] } } },
        handler: { named: ['run'] },
      },
      { of: 'acme-llm.page', effects: ['takes-untrusted-content'] },
      {
        of: 'acme-llm.agent',
        asset: { kind: 'agent' },
        links: [{ relation: 'uses-tool', from: 'self', to: { pick: { named: ['tools'] } } }],
      },
    ],
  },
});

/** What stands beside the code. */
export interface Estate {
  readonly definitions?: readonly (Definition & { readonly path: string })[];
  readonly units?: readonly (UnitLink & { readonly path: string })[];
  /** What extractors said of assets, by path. */
  readonly assets?: Readonly<Record<string, readonly AssetObservation[]>>;
}

const grammars = createGrammars(async (file) => readFileSync(join(import.meta.dirname, '../node_modules', file)));

/** The statements of small files of real source text, by path. */
export const read = async (files: Record<string, string>, estate: Estate = {}): Promise<Statements> => {
  const extracted = await Promise.all(
    Object.entries(files).map(async ([path, text]) => ({
      path,
      extraction: {
        ...emptyExtraction,
        programs: path.endsWith('.py')
          ? [readPythonProgram(await grammars.parse('python', text))]
          : [readJavaScriptProgram(await grammars.parse('typescript', text), { language: 'typescript' })],
      },
    })),
  );
  const paths = new Set([...(estate.definitions ?? []), ...(estate.units ?? [])].map((each) => each.path));
  const configured = [...paths].map((path) => ({
    path,
    extraction: {
      ...emptyExtraction,
      definitions: (estate.definitions ?? []).filter((each) => each.path === path),
      units: (estate.units ?? []).filter((each) => each.path === path),
    },
  }));
  const observed = Object.entries(estate.assets ?? {}).map(([path, assets]) => ({
    path,
    extraction: { ...emptyExtraction, assets },
  }));
  return resolve({
    source: 'local:estate',
    name: 'estate',
    files: [...extracted, ...configured, ...observed],
    paths: [...Object.keys(files), ...paths, ...Object.keys(estate.assets ?? {})],
    discovered: { path: '', extraction: emptyExtraction },
    gaps: [],
    libraries: [library],
    resolvers: [pythonModules, javascriptModules, environment],
  });
};

/** The names of all assets of a kind, sorted. */
export const names = (statements: Statements, kind: string) =>
  statements.assets
    .filter((each) => each.kind === kind)
    .map((each) => each.name)
    .sort();
/** All relations of a kind in words, sorted. */
export const relations = (statements: Statements, kind: string) =>
  statements.relations
    .filter((each) => each.relation === kind)
    .map((each) => `${statements.assets[each.from]!.name} → ${statements.assets[each.to]!.name}`)
    .sort();
export const places = (evidence: readonly { path: string; line: number }[]) =>
  evidence.map((each) => `${each.path}:${each.line}`);
