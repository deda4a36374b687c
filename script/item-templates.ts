// The files that a new item of each shelf begins with; FILL marks what only its author knows.

/** The text of each file by its path inside the item's folder. */
type Template = (id: string, title: string) => Record<string, string>;

const templates: Readonly<Record<string, Template>> = {
  connectors: (id, title) => ({
    'connector.ts': `// FILL: say in one sentence where this connector looks.
import { defineConnector } from '../../../kit/define-connector.ts';

export default defineConnector({
  id: '${id}',
  title: '${title}',
  reads: ['FILL: what it reads, in the vendor’s words'],
  needs: ['files'],
  async discover({ files }, { name }) {
    const entries = await files.list('');
    return {
      source: { id: \`local:\${name}\`, name },
      resources: entries.filter(({ type }) => type === 'file').map((entry) => ({ path: entry.name, size: entry.size })),
      gaps: [],
      extraction: { assets: [], relations: [], definitions: [], units: [], programs: [], gaps: [] },
      excluded: [],
    };
  },
});
`,
    'fixtures/one.yaml': `title: 'FILL: what this tree shows'
files:
  main.py: ''
  docs/page.md: ''
expect:
  source: { id: 'local:project', name: project }
  resources: [main.py]
`,
  }),

  extractors: (id, title) => ({
    'extractor.ts': `// FILL: say in one sentence which files this extractor reads and what it sees in them.
import { defineExtractor } from '../../../kit/define-extractor.ts';

export default defineExtractor({
  id: '${id}',
  title: '${title}',
  claims: { names: ['FILL.json'] },
  limit: 1_000_000,
  extract(input) {
    const lines = input.text().split('\\n').length;
    return {
      assets: lines > 0 ? [] : [],
      relations: [],
      definitions: [],
      units: [],
      programs: [],
      gaps: [],
    };
  },
});
`,
    'cases/one/input/FILL.json': '{}\n',
  }),

  libraries: (id, title) => ({
    'library.ts': `// FILL: say in one sentence what the library is for.
import { defineLibrary } from '../../../kit/define-library.ts';

export default defineLibrary({
  id: '${id}',
  title: '${title}',
  homepage: 'FILL: https://…',
  python: {
    packages: ['${id}'],
    modules: ['${id.replaceAll('-', '_')}'],
    meanings: [
      {
        of: '${id.replaceAll('-', '_')}.Client().generate',
        asset: { kind: 'model', name: { named: ['model'] } },
        links: [{ relation: 'invokes', from: 'enclosing', to: 'self' }],
        yields: 'model-output',
        reference: 'FILL: the vendor’s page that says so',
      },
    ],
  },
});
`,
    'cases/one/input/app.py': `from ${id.replaceAll('-', '_')} import Client\n\nClient().generate(model="FILL")\n`,
  }),

  resolvers: (id, title) => ({
    'resolver.ts': `// FILL: say in one sentence in which scope names find their values here.
import { defineResolver } from '../../../kit/define-resolver.ts';

export default defineResolver({
  id: '${id}',
  title: '${title}',
  names: {
    namespace: '${id}',
    resolve(name, _fromPath, world) {
      const candidates = world
        .definitions('${id}', name)
        .map(({ value, path, line }) => ({ term: value, path, line, note: 'FILL: what this hop is' }));
      return candidates.length > 0 ? { candidates } : { unknown: \`\${name} is defined nowhere that was read\` };
    },
  },
});
`,
    'cases/one.yaml': `title: 'FILL: what this case shows'
definitions:
  - { namespace: ${id}, name: PORT, value: '8000', path: app/settings.txt, line: 3 }
ask:
  - { name: PORT, from: app/main.py, candidates: ['"8000" @ app/settings.txt:3'] }
  - { name: HOST, from: app/main.py, unknown: HOST is defined nowhere that was read }
`,
  }),

  derivations: (id, title) => ({
    'derivation.ts': `// FILL: say in one sentence what follows from what.
import { defineDerivation } from '../../../kit/define-derivation.ts';
import { fact } from '../../../kit/tests.ts';

export default defineDerivation({
  id: '${id}',
  title: '${title}',
  when: {
    variables: { one: 'agent', other: 'tool' },
    edges: [{ from: 'one', relation: 'uses-tool', to: 'other' }],
    where: fact('other', 'framework').isSeen(),
  },
  conclude: [{ fact: 'framework', of: 'one', copyFrom: ['other', 'framework'], note: 'FILL: why this follows' }],
});
`,
    'cases.yaml': `# Little graphs in which the rule applies, and some in which it does not.
- name: 'FILL: where it applies'
  expect: { facts: [[one, framework, langchain]] }
  assets:
    one: { kind: agent }
    other: { kind: tool, facts: { framework: langchain } }
  relations: [[one, uses-tool, other]]
- name: 'FILL: where it nearly does'
  expect: nothing
  assets:
    one: { kind: agent }
    other: { kind: tool, facts: { framework: langchain } }
`,
  }),

  detectors: (id, title) => ({
    'detector.ts': `// FILL: say in one sentence what this detector asks about what.
import { defineDetector } from '../../../kit/define-detector.ts';
import { fact } from '../../../kit/tests.ts';

export default defineDetector({
  id: '${id}',
  title: '${title}',
  // FILL: the kind it asks about, and the objective it tests; docs/reference/vocabulary.md lists both.
  about: 'model',
  tests: 'model-pinned',
  category: 'model-integrity',
  severity: 'medium',
  applies: fact('it', 'source').is('hub'),
  passes: fact('it', 'pinned').is(true),
  message: (it) => \`FILL: what is wrong with \${it.name}\`,
  why: 'FILL: what can happen',
  remedy: 'FILL: what to do',
  references: ['FILL: https://…'],
});
`,
    'cases.yaml': `# Little estates, and what the detector says of one asset in each.
- name: 'FILL: what is wrong in it'
  expect: fail
  about: it
  assets:
    it: { kind: model, name: acme/one, facts: { source: hub, pinned: false } }
- name: 'FILL: what is right in it'
  expect: pass
  about: it
  assets:
    it: { kind: model, name: acme/one, facts: { source: hub, pinned: true } }
- name: 'FILL: what nobody could see'
  expect: unknown
  about: it
  missing: pinned
  assets:
    it: { kind: model, name: acme/one, facts: { source: hub }, unseen: { pinned: read from a database } }
- name: 'FILL: what looks wrong and is not'
  expect: not-applicable
  nearMiss: true
  about: it
  assets:
    it: { kind: model, name: acme/one, facts: { source: local-file, pinned: false } }
`,
  }),

  correlations: (id, title) => ({
    'correlation.ts': `// FILL: tell in one sentence the story that these conditions make together.
import { defineCorrelation } from '../../../kit/define-correlation.ts';
import { fact, failing } from '../../../kit/tests.ts';

export default defineCorrelation({
  id: '${id}',
  title: '${title}',
  references: ['FILL: T00'],
  variables: { agent: 'agent', tool: ['tool', 'mcp-tool'] },
  edges: [{ from: 'agent', relation: 'uses-tool', to: 'tool' }],
  conditions: [
    {
      id: 'unapproved',
      says: '{tool} acts without asking anybody',
      test: failing('tool', 'human-approval'),
      flips: 'FILL: the ordinary change that makes it true',
    },
    { id: 'autonomous', says: '{agent} runs without a person beside it', test: fact('agent', 'autonomous').is(true) },
  ],
  sentence: 'FILL: {agent} can … through {tool}',
  attempt: { value: 0.5, why: 'FILL: who would try, and how easily' },
  impact: [{ name: 'reach', value: 0.5, why: 'FILL: what is lost' }],
});
`,
    'cases.yaml': `# It fires, it is a watch, mending any one part breaks it, a decoy stays quiet.
- name: 'FILL: the story'
  expect: warning
  assets:
    agent: { kind: agent, facts: { autonomous: true } }
    tool: { kind: tool }
  relations: [[agent, uses-tool, tool]]
  failing: [[tool, human-approval]]
- name: 'FILL: mended in one part'
  like: 'FILL: the story'
  expect: watch
  breaks: unapproved
  missing: unapproved
  failing: []
  passing: [[tool, human-approval]]
- name: 'FILL: mended in the other part'
  like: 'FILL: the story'
  expect: quiet
  breaks: autonomous
  assets: { agent: { facts: { autonomous: false } } }
- name: 'FILL: one part was not seen'
  like: 'FILL: the story'
  expect: watch
  missing: autonomous
  assets: { agent: { facts: { autonomous: null } } }
- name: 'FILL: all parts, and nothing that joins them'
  like: 'FILL: the story'
  expect: quiet
  decoy: true
  without: [[agent, uses-tool, tool]]
`,
  }),

  frameworks: (id, title) => ({
    'framework.ts': `// FILL: say in one sentence which standard this is and what it is about.
import { defineFramework } from '../../../kit/define-framework.ts';

export default defineFramework({
  id: '${id}',
  title: '${title}',
  edition: 'FILL',
  source: 'FILL: https://…',
  licence: 'FILL',
  controls: [
    { id: 'FILL-1', name: 'FILL: the control’s name', objectives: ['model-pinned'] },
    { id: 'FILL-2', name: 'FILL: the control’s name', manual: 'FILL: why only people can answer it' },
  ],
});
`,
  }),

  remediations: (id, title) => ({
    'remediation.ts': `// FILL: say in one sentence how this restores which objective.
import { defineRemediation } from '../../../kit/define-remediation.ts';

export default defineRemediation({
  id: '${id}',
  title: '${title}',
  restores: 'model-pinned',
  on: 'model',
  effort: 1,
  changes: [{ set: 'revision', value: '0'.repeat(40) }],
  does: (it) => \`FILL: pin \${it.name} to a commit\`,
  instructions: (it) => [\`FILL: the steps for \${it.name}\`],
});
`,
    'cases.yaml': `# Little estates in which the objective fails before the remediation and holds after it.
- name: 'FILL: what is mended'
  expect: passes
  about: it
  assets:
    it: { kind: model, name: acme/one, facts: { source: hub, hosting: local, revision: main } }
`,
  }),

  exporters: (id, title) => ({
    'exporter.ts': `// FILL: say in one sentence which format this is and who reads it.
import { defineExporter } from '../../../kit/define-exporter.ts';

export default defineExporter({
  id: '${id}',
  title: '${title}',
  mediaType: 'text/plain',
  *render(report) {
    for (const { id, message } of report.findings) yield \`\${id} \${message}\\n\`;
  },
});
`,
    'golden/sample.txt': 'FILL: the output for the report that every exporter is tested with.\n',
    'golden/empty.txt': '',
  }),

  notifiers: (id, title) => ({
    'notifier.ts': `// FILL: say in one sentence where this sends news to.
import { defineNotifier } from '../../../kit/define-notifier.ts';

export default defineNotifier({
  id: '${id}',
  title: '${title}',
  reference: 'FILL: the page that documents what the place accepts',
  compose(news, settings) {
    return news.map(({ sentence }) => ({
      method: 'POST',
      url: settings.url,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ text: sentence }),
    }));
  },
});
`,
    'exchange.json': `{
  "title": "FILL: what is sent to which place",
  "now": "2026-01-02T03:04:05.000Z",
  "url": "https://hooks.example.org/",
  "news": [
    { "event": "new", "forecast": "forecast-1", "level": "warning", "score": 72, "sentence": "One can happen." }
  ],
  "exchanges": [
    {
      "request": {
        "method": "POST",
        "url": "https://hooks.example.org/",
        "headers": { "content-type": "application/json" },
        "body": { "text": "One can happen." }
      },
      "response": { "status": 200 }
    }
  ]
}
`,
  }),
};

/** The files of a new item, by path inside its folder. */
export function itemTemplate(shelf: string, id: string): Record<string, string> {
  const words = id.replaceAll('-', ' ');
  const title = `${words[0]?.toUpperCase()}${words.slice(1)}`;
  return templates[shelf]?.(id, title) ?? {};
}
