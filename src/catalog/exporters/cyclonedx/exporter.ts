// CycloneDX 1.6 as an AI/ML bill of materials: models with their cards, services with data flow, libraries, vulnerabilities.
// https://cyclonedx.org/docs/1.6/json/
import { defineExporter, type Report } from '../../../kit/define-exporter.ts';
import { showControlCounts, tellConfiguration } from '../../../kit/report-standing.ts';
import { stableUuid } from '../../../kit/stable-id.ts';
import { createDescriber } from './describe-component.ts';
import { describeServices } from './describe-service.ts';
import { describeVulnerabilities } from './describe-vulnerabilities.ts';
import { type Inventory, takeInventory } from './inventory.ts';

/** The reference of what was scanned itself. */
const root = 'scanned-source';

/** Relations in which the first would not work, or not work the same, without the second. */
const dependencyRelations = new Set([
  'depends-on',
  'invokes',
  'uses-tool',
  'connects',
  'configures',
  'offers',
  'delegates-to',
  'reads',
  'writes',
  'trained-on',
  'grounded-on',
  'loads',
  'serves',
  'fine-tuned-from',
  'embeds-with',
  'built-from',
  'provided-by',
  'remembers',
  'guarded-by',
]);

function* describeDependencies(report: Report, inventory: Inventory): Generator<object> {
  const needs = new Map<string, Set<string>>();
  const add = (from: string, to: string): void => {
    if (from === to) return;
    const own = needs.get(from);
    if (own) own.add(to);
    else needs.set(from, new Set([to]));
  };
  for (const { id, layer } of inventory.components) if (layer === 'application') add(root, id);
  for (const { from, to, kind } of report.relations) {
    const [first, second] = [inventory.refOf(from), inventory.refOf(to)];
    if (first !== undefined && second !== undefined && dependencyRelations.has(kind)) add(first, second);
  }
  for (const [model, service] of inventory.providerOf) add(model, service);
  // Whoever has no entry is not known to need nothing; what was seen and needs nothing says so.
  const elements = [...inventory.components, ...inventory.services].map(({ id }) => id);
  for (const ref of [root, ...elements, ...inventory.providers.keys()]) {
    const own = needs.get(ref);
    yield { ref, ...(own ? { dependsOn: [...own].sort() } : {}) };
  }
}

function* renderList(name: string, items: Iterable<object>): Generator<string> {
  yield `,\n${JSON.stringify(name)}:[`;
  let separator = '\n';
  for (const item of items) {
    yield separator + JSON.stringify(item);
    separator = ',\n';
  }
  yield ']';
}

export default defineExporter({
  id: 'cyclonedx',
  title: 'CycloneDX 1.6 AI/ML-BOM',
  mediaType: 'application/vnd.cyclonedx+json',
  *render(report) {
    const { target, tool, startedAt } = report;
    const inventory = takeInventory(report);
    const describe = createDescriber(report, inventory);
    const uuid = stableUuid(target.source, target.commit ?? '', startedAt);
    const linkTo = (ref: string): string => `urn:cdx:${uuid}/1#${encodeURIComponent(ref.toWellFormed())}`;
    const properties = [
      ...report.coverage.frameworks.map((one) => ({
        name: `isobar:framework:${one.framework}:${one.edition}:of-what-was-seen`,
        value: showControlCounts(one),
      })),
      ...tellConfiguration(report).map((value) => ({ name: 'isobar:chosen', value })),
    ];
    const head = {
      $schema: 'http://cyclonedx.org/schema/bom-1.6.schema.json',
      bomFormat: 'CycloneDX',
      specVersion: '1.6',
      serialNumber: `urn:uuid:${uuid}`,
      version: 1,
      metadata: {
        timestamp: startedAt,
        lifecycles: [{ phase: 'pre-build' }],
        tools: { components: [{ type: 'application', name: tool.name, version: tool.version }] },
        component: {
          type: 'application',
          'bom-ref': root,
          name: target.source,
          ...(target.commit ? { version: target.commit } : {}),
        },
        ...(properties.length > 0 ? { properties } : {}),
      },
    };
    yield JSON.stringify(head, null, 1).slice(0, -2);
    yield* renderList('components', inventory.components.map(describe));
    yield* renderList('services', describeServices(report, inventory, linkTo));
    yield* renderList('dependencies', describeDependencies(report, inventory));
    yield* renderList('vulnerabilities', describeVulnerabilities(report, inventory));
    const hasGaps = report.notSeen.some(({ scope }) => scope === 'file' || scope === 'folder' || scope === 'source');
    yield* renderList('compositions', [{ aggregate: hasGaps ? 'incomplete' : 'unknown', assemblies: [root] }]);
    yield '}\n';
  },
});
