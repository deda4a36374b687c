/** Everything that has an id, as entries that `explain` and `list` show: the items of the catalog and the words of the domain. */
import { catalog } from '../catalog/index.gen.ts';
import { facts } from '../domain/facts.ts';
import { kinds } from '../domain/kinds.ts';
import { objectives } from '../domain/objectives.ts';
import { relations } from '../domain/relations.ts';
import type { Detector } from '../kit/define-detector.ts';
import type { Remediation } from '../kit/define-remediation.ts';

/** One id with what can be said of it. */
export interface Entry {
  readonly sort: string;
  readonly id: string;
  readonly title: string;
  /** Heading and text, in order; an empty text is left out. */
  readonly parts: readonly (readonly [string, string])[];
}

const join = (values: readonly string[] | undefined): string => (values ?? []).join(', ');
const orDepends = (value: unknown): string =>
  typeof value === 'function' ? 'depends on the asset; each finding says it' : String(value ?? '');

const detectorEntry = (one: Detector): Entry => ({
  sort: 'detector',
  id: one.id,
  title: one.title,
  parts: [
    ['asks about', join([one.about].flat())],
    ['tests', `${one.tests}: ${objectives[one.tests].statement}`],
    ['category', one.category],
    ['severity', orDepends(one.severity)],
    ['why it matters', one.why],
    ['what to do', orDepends(one.remedy)],
    ['references', join(one.references)],
  ],
});

const remediationEntry = (one: Remediation): Entry => ({
  sort: 'remediation',
  id: one.id,
  title: one.title,
  parts: [
    ['restores', one.restores],
    ['on', one.on],
    ['effort', ['', 'a small edit', 'a reviewed change', 'work over days'][one.effort] ?? ''],
    ['edits files', one.plan ? 'yes, where the place is known' : 'no, it gives instructions'],
  ],
});

const domainEntries = (detectors: readonly Detector[]): readonly Entry[] => [
  ...Object.entries(kinds).map(([id, one]) => ({
    sort: 'kind',
    id,
    title: one.title,
    parts: [
      ['is', one.description],
      ['layer', one.layer],
      [
        'facts',
        join(
          Object.entries(facts)
            .filter(([, fact]) => (fact.on as readonly string[]).includes(id))
            .map(([name]) => name),
        ),
      ],
    ] as const,
  })),
  ...Object.entries(relations).map(([id, one]) => ({
    sort: 'relation',
    id,
    title: one.description,
    parts: [
      ['from', join(one.from)],
      ['to', join(one.to)],
    ] as const,
  })),
  ...Object.entries(facts).map(([id, one]) => ({
    sort: 'fact',
    id,
    title: one.description,
    parts: [
      ['type', one.type],
      ['of', join([...new Set<string>(one.on)])],
    ] as const,
  })),
  ...Object.entries(objectives).map(([id, one]) => ({
    sort: 'objective',
    id,
    title: one.statement,
    parts: [
      ['category', one.category],
      ['tested by', join(detectors.filter(({ tests }) => tests === id).map((detector) => detector.id))],
      ['not yet tested', 'notYet' in one && !detectors.some(({ tests }) => tests === id) ? one.notYet : ''],
    ] as const,
  })),
];

/** All entries, in the order of the shelves, the domain’s words last. */
export const loadEntries = async (): Promise<readonly Entry[]> => {
  const detectors = await catalog.detectors();
  const plain = (
    sort: string,
    items: readonly { readonly id: string; readonly title: string }[],
    parts: (item: never) => Entry['parts'],
  ): Entry[] => items.map((item) => ({ sort, id: item.id, title: item.title, parts: parts(item as never) }));
  const frameworks = await catalog.frameworks();
  return [
    ...plain('connector', await catalog.connectors(), ({ reads }: { reads: readonly string[] }) => [
      ['reads', reads.join('; ')],
    ]),
    ...plain(
      'extractor',
      await catalog.extractors(),
      ({ claims }: { claims: { names?: string[]; endings?: string[] } }) => [
        ['files', join([...(claims.names ?? []), ...(claims.endings ?? []).map((ending) => `*${ending}`)])],
      ],
    ),
    ...plain('library', await catalog.libraries(), ({ homepage }: { homepage: string }) => [['homepage', homepage]]),
    ...plain('resolver', await catalog.resolvers(), () => []),
    ...plain('derivation', await catalog.derivations(), () => []),
    ...detectors.map(detectorEntry),
    ...plain(
      'correlation',
      await catalog.correlations(),
      (one: {
        references: string[];
        conditions: { says: string; flips?: string }[];
        sentence: string;
        attempt: { value: number; why: string };
      }) => [
        ['says', one.sentence],
        [
          'takes all of',
          one.conditions.map(({ says, flips }) => `${says}${flips ? ` (or would after: ${flips})` : ''}`).join('; '),
        ],
        ['somebody tries', `${one.attempt.value}: ${one.attempt.why}`],
        ['references', join(one.references)],
      ],
    ),
    ...frameworks.map(
      ({ id, title, edition, source, controls }): Entry => ({
        sort: 'framework',
        id,
        title,
        parts: [
          ['edition', edition],
          ['source', source],
          ['controls', join(controls.map((control) => control.id))],
        ],
      }),
    ),
    ...frameworks.flatMap((framework) =>
      framework.controls.map(
        (control): Entry => ({
          sort: 'control',
          id: control.id,
          title: control.name,
          parts: [
            ['framework', framework.id],
            ['needs', 'objectives' in control ? join(control.objectives) : ''],
            ['only people can answer it', 'manual' in control ? control.manual : ''],
          ],
        }),
      ),
    ),
    ...(await catalog.remediations()).map(remediationEntry),
    ...plain('exporter', await catalog.exporters(), ({ mediaType }: { mediaType: string }) => [['gives', mediaType]]),
    ...plain('notifier', await catalog.notifiers(), ({ reference }: { reference: string }) => [
      ['reference', reference],
    ]),
    ...domainEntries(detectors),
  ];
};
