/** The configuration of one scan: the file named on the command line, else `isobar.yaml` of the scanned folder, checked to the last key. */
import { readFileSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { type Configuration, configurationVersion, type Gate } from '../domain/configuration.ts';
import type { Declaration } from '../domain/declaration.ts';
import type { Report } from '../domain/report.ts';
import type { FileCapability } from '../kit/define-connector.ts';
import { AccessError, ConfigError, SourceChanged } from '../kit/errors.ts';
import { clean } from '../kit/text-page.ts';
import { type ConfigurationFile, declarationsOf, readConfiguration } from '../read/configuration.ts';
import { explainRefusal } from './files.ts';
import { suggest } from './suggest.ts';
import { sayTrouble } from './trouble.ts';

/** What a scan goes by, and what its report says of it. */
export interface LoadedConfiguration {
  readonly configuration: Configuration;
  /** Who may read what it says: the tree’s own file is read with the tree, one that was named is handed in. */
  readonly from: 'tree' | 'given' | 'nowhere';
  readonly declarations: readonly Declaration[];
  /** The file of the scanned folder that is left unread, and why. */
  readonly leftUnread?: { readonly path: string; readonly why: string };
  /** As the report has it; the waivers come later. */
  readonly applied?: NonNullable<Report['configuration']>;
}

/** What is known of the catalog, for checking names. */
export interface KnownNames {
  readonly detectors: readonly string[];
  readonly formats: readonly string[];
}

const names = ['isobar.yaml', 'isobar.yml'];
const mostBytes = 1_000_000;
const mostTold = 10;
/** Gates that are no laxer than what holds when nothing is said; a scanned tree may ask for no other. */
const strictGates: readonly Gate[] = ['high', 'medium', 'low'];

const refuse = (what: string, act: string): never => {
  throw new ConfigError(
    sayTrouble(
      what,
      'nothing was scanned: a configuration read in part would leave out or accept what it was not meant to',
      act,
    ),
  );
};

const decode = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

const readGiven = (path: string): string => {
  const act = 'name a configuration file that you may read';
  try {
    if (statSync(path).size > mostBytes) return refuse(`--config ${path} is larger than 1 MB`, act);
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (error instanceof ConfigError) throw error;
    const isMissing = (error as { code?: unknown }).code === 'ENOENT';
    return refuse(`--config ${path} ${isMissing ? 'does not exist' : `cannot be read: ${explainRefusal(error)}`}`, act);
  }
};

/** Path and text of the file in the scanned folder; undefined where there is none. */
const readTree = async (files: FileCapability): Promise<{ path: string; text: string } | undefined> => {
  const there = (await files.list('')).filter(({ name }) => names.includes(name));
  const [first, second] = there;
  if (first === undefined) return undefined;
  const act = `mend ${first.name}, or scan without it: --no-config`;
  if (second)
    return refuse(
      'the scanned folder has both isobar.yaml and isobar.yml',
      'keep one of them, or scan with --no-config',
    );
  try {
    const bytes = await files.read(first.name, mostBytes + 1);
    if (bytes.length > mostBytes) return refuse(`${first.name} of the scanned folder is larger than 1 MB`, act);
    return { path: first.name, text: decode(bytes) };
  } catch (error) {
    if (!(error instanceof AccessError || error instanceof SourceChanged)) throw error;
    return refuse(`${first.name} of the scanned folder cannot be read: ${error.message}`, act);
  }
};

/** Mistakes that the schema cannot know: ids of detectors and formats that do not exist. */
const findUnknownNames = ({ configuration, lineOf }: ConfigurationFile, known: KnownNames) => {
  const check = (name: string, among: readonly string[], what: string, line: number) => {
    if (among.includes(name)) return [];
    const [near] = suggest(name, among);
    return [{ line, why: `\`${name}\` is no ${what}${near === undefined ? '' : `; did you mean ${near}?`}` }];
  };
  return [
    ...Object.keys(configuration?.detectors ?? {}).flatMap((id) =>
      check(id, known.detectors, 'detector', lineOf('detectors', id)),
    ),
    ...(configuration?.outputs ?? []).flatMap(({ format }, at) =>
      check(format, known.formats, 'format', lineOf('outputs', at, 'format')),
    ),
  ];
};

/** What a file from the scanned folder may not decide: where files are written, and how lax the gate is. */
const limitTree = (
  configuration: Configuration,
): Pick<LoadedConfiguration, 'configuration'> & { notApplied: { what: string; why: string }[] } => {
  const { outputs, failOn, ...rest } = configuration;
  const isLax = failOn !== undefined && !strictGates.includes(failOn);
  return {
    configuration: { ...rest, ...(failOn === undefined || isLax ? {} : { failOn }) },
    notApplied: [
      ...(outputs === undefined
        ? []
        : [
            {
              what: 'outputs',
              why: 'a scanned folder does not decide where files are written; name the file with --config',
            },
          ]),
      ...(isLax
        ? [
            {
              what: `failOn: ${failOn}`,
              why: 'a scanned folder can make its own gate stricter, not laxer; use --fail-on or --config',
            },
          ]
        : []),
    ],
  };
};

/**
 * Loads what holds for one scan. `wanted` is the file of `--config`, or false for `--no-config`. Throws a ConfigError that names every
 * mistake with its line.
 */
export const loadConfiguration = async (
  files: FileCapability,
  wanted: string | false | undefined,
  known: KnownNames,
): Promise<LoadedConfiguration> => {
  const isGiven = typeof wanted === 'string';
  const isThere = async (): Promise<string | undefined> =>
    (await files.list('')).find(({ name }) => names.includes(name))?.name;
  const none = { configuration: {}, from: 'nowhere', declarations: [] } as const;
  const nothingApplied = { exclude: [], detectorsOff: [], severities: [], waivers: [], notApplied: [] };
  if (wanted === false) {
    const path = await isThere();
    if (path === undefined) return none;
    return {
      ...none,
      leftUnread: { path, why: 'left unread with --no-config' },
      applied: { file: path, from: 'tree', isIgnored: true, ...nothingApplied },
    };
  }
  const own = isGiven ? { path: wanted, text: readGiven(wanted) } : await readTree(files);
  if (own === undefined) return none;
  const file = readConfiguration(own.text);
  const mistakes = [...file.mistakes, ...findUnknownNames(file, known)];
  if (mistakes.length > 0 || file.configuration === undefined) {
    // The tree’s own words: they must not repaint the screen.
    const told = mistakes.slice(0, mostTold).map(({ line, why }) => `\n  ${clean(`${own.path}:${line}: ${why}`)}`);
    const more = mistakes.length > mostTold ? `\n  and ${mistakes.length - mostTold} more` : '';
    return refuse(
      `the configuration ${own.path} has ${mistakes.length === 1 ? 'a mistake' : `${mistakes.length} mistakes`}:${told.join('')}${more}`,
      `mend ${mistakes.length === 1 ? 'it' : 'them'}${isGiven ? '' : ', or scan without the file: --no-config'}; docs/schema/configuration-${configurationVersion}.json says what may stand in it`,
    );
  }
  const { configuration, notApplied } = isGiven
    ? { configuration: file.configuration, notApplied: [] }
    : limitTree(file.configuration);
  const other = isGiven ? await isThere() : undefined;
  const settings = Object.entries(configuration.detectors ?? {});
  return {
    configuration,
    from: isGiven ? 'given' : 'tree',
    declarations: declarationsOf(file),
    ...(other === undefined
      ? {}
      : { leftUnread: { path: other, why: 'another configuration was named with --config' } }),
    applied: {
      file: basename(own.path),
      from: isGiven ? 'given' : 'tree',
      exclude: configuration.exclude ?? [],
      detectorsOff: settings.flatMap(([detector, { off, reason }]) => (off ? [{ detector, reason }] : [])),
      severities: settings.flatMap(([detector, { severity, reason }]) =>
        severity === undefined ? [] : [{ detector, severity, reason }],
      ),
      waivers: [],
      notApplied: [
        ...notApplied,
        ...(other === undefined
          ? []
          : [{ what: `${other} of the scanned folder`, why: 'another configuration was named with --config' }]),
      ],
    },
  };
};
