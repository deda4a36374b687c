// The rules of a SARIF run: every detector and every correlation that a result names, with help for whoever reads it.
import { objectives, type Report } from '../../../kit/define-exporter.ts';

type Finding = Report['findings'][number];
type Forecast = Report['forecasts'][number];

/** What code hosts sort by, as a number like a CVSS score. */
const scoreOf: Readonly<Record<Finding['severity'], string>> = {
  critical: '9.5',
  high: '8.0',
  medium: '5.5',
  low: '3.0',
  info: '0.0',
};
const order: readonly Finding['severity'][] = ['critical', 'high', 'medium', 'low', 'info'];

const statementOf = (objective: string): string =>
  (objectives as Readonly<Record<string, { readonly statement: string }>>)[objective]?.statement ?? objective;

const linkOf = (references: readonly string[]) => {
  const page = references.find((one) => one.startsWith('https://'));
  return page ? { helpUri: page } : {};
};

/** A rule’s help in both of SARIF’s forms. */
const help = (parts: readonly (readonly [string, string])[]) => {
  const given = parts.filter(([, text]) => text !== '');
  return {
    text: given.map(([head, text]) => `${head}: ${text}`).join('\n'),
    markdown: given.map(([head, text]) => `**${head}**\n\n${text}`).join('\n\n'),
  };
};

const detectorRule = (detector: string, findings: readonly Finding[], report: Report) => {
  const [first] = findings as [Finding, ...Finding[]];
  const tally = report.coverage.detectors.find((one) => one.detector === detector);
  const worst = order.find((severity) => findings.some((one) => one.severity === severity)) ?? 'info';
  return {
    id: detector,
    name: detector,
    shortDescription: { text: tally?.title ?? statementOf(first.objective) },
    fullDescription: { text: statementOf(first.objective) },
    help: help([
      ['What should hold', statementOf(first.objective)],
      ['Why it matters', tally?.why ?? ''],
      ['What to do', first.remedy],
      ['References', first.references.join(', ')],
    ]),
    ...linkOf(first.references),
    properties: {
      category: first.category,
      objective: first.objective,
      tags: ['security', 'ai', first.category],
      'security-severity': scoreOf[worst],
    },
  };
};

const correlationRule = (correlation: string, forecasts: readonly Forecast[]) => {
  const [first] = forecasts as [Forecast, ...Forecast[]];
  const highest = Math.max(...forecasts.map(({ score }) => score));
  return {
    id: correlation,
    name: correlation,
    shortDescription: { text: `Path to harm: ${correlation.replaceAll('-', ' ')}` },
    fullDescription: {
      text: 'Conditions that are each tolerable make a path to harm together; each result says which, where, and what to change first.',
    },
    help: help([
      ['What has to come together', first.conditions.map(({ says }) => says).join('; ')],
      ['What breaks it', first.fixFirst?.does ?? 'Any one of these conditions made false.'],
      ['References', first.references.join(', ')],
    ]),
    ...linkOf(first.references),
    properties: { tags: ['security', 'ai', 'forecast'], 'security-severity': (highest / 10).toFixed(1) },
  };
};

const group = <Item>(items: readonly Item[], keyOf: (item: Item) => string): Map<string, Item[]> => {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const own = groups.get(keyOf(item));
    if (own) own.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return groups;
};

/** All rules, and the place of each in the list. */
export const collectRules = (report: Report, failing: readonly Finding[], forecasts: readonly Forecast[]) => {
  const rules = [
    ...[...group(forecasts, (one) => one.correlation)].map(([id, own]) => correlationRule(id, own)),
    ...[...group(failing, (one) => one.detector)].map(([id, own]) => detectorRule(id, own, report)),
  ];
  const indexes = new Map(rules.map(({ id }, index) => [id, index]));
  return { rules, indexOf: (id: string): number => indexes.get(id) ?? -1 };
};
