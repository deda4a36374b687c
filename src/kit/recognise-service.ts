/** Recognises the AI service that a container runs, and reads what its variables and arguments say of it. */
import type { FactSaid } from '../domain/observation.ts';
import { compareVersions } from '../read/versions.ts';
import type { Authentication, InterfaceBeside, KnownService, Signal } from './known-service.ts';
import { knownServices } from './known-services.ts';

/** An image reference in its parts: `ghcr.io/a/b:1.2@sha256:…`. */
export interface ImageName {
  readonly name: string;
  readonly tag?: string;
  readonly digest?: string;
}

/** Takes an image reference apart; `docker.io/` and `library/` are left out as Docker does. */
export const parseImage = (text: string): ImageName | undefined => {
  const match =
    /^([a-z0-9][a-z0-9._\-/]*(?::\d+\/[a-z0-9._\-/]+)?)(?::([\w][\w.-]{0,127}))?(?:@(sha256:[0-9a-f]{64}))?$/i.exec(
      text,
    );
  const [, name = '', tag, digest] = match ?? [];
  if (name === '') return undefined;
  return {
    name: name.replace(/^(?:index\.)?docker\.io\//, '').replace(/^library\//, ''),
    ...(tag === undefined ? {} : { tag }),
    ...(digest === undefined ? {} : { digest }),
  };
};

/** The known service that an image runs. */
export const serviceOfImage = (image: ImageName): KnownService | undefined =>
  knownServices.find(({ images }) =>
    images.some((one) => (one.endsWith('/') ? image.name.startsWith(one) : image.name === one)),
  );

/** Words behind which a program can stand: those of shells, and of launchers that run what follows. */
const before = /^(?:&&|\|\||;|exec|run|--|-m|-l?c|sudo|then|do|tini|dumb-init|poetry|uv)$/;

/** The known service that the words of a command start. */
export const serviceOfCommand = (args: readonly string[]): KnownService | undefined => {
  const words = args.flatMap((arg) => arg.split(/[\s\\]+/)).map((word) => word.replace(/^["']|["']$/g, ''));
  const isCommandAt = (command: readonly string[], at: number): boolean => {
    const [program, verb] = command;
    if (words[at]!.replace(/^.*\//, '') !== program) return false;
    if (at > 0 && !before.test(words[at - 1]!) && !words[at - 1]!.endsWith(';')) return false;
    return verb === undefined || words.slice(at + 1).find((word) => !word.startsWith('-')) === verb;
  };
  return words.length > 2000
    ? undefined
    : knownServices.find(({ commands = [] }) =>
        commands.some((command) => words.some((_, at) => isCommandAt(command, at))),
      );
};

/** The known service that a container runs: its command decides, else its image. */
export const recogniseService = (image: ImageName | undefined, args: readonly string[]): KnownService | undefined =>
  serviceOfCommand(args) ?? (image && serviceOfImage(image));

const threeNumbers =
  /^(?:[a-z][a-z_]*-)*v?(\d+\.\d+\.\d+(?:\.\d+)?(?:[.-]?(?:rc|post|alpha|beta|dev|a|b)[.-]?\d+)*)(?=$|[-_])/i;

/** The release that the tag of an image of the service names; undefined for tags that move, such as `latest` and `1.9`. */
export const releaseOf = (
  known: Pick<KnownService, 'tag' | 'numberedOtherwise'>,
  image: ImageName | undefined,
): string | undefined => {
  const tag = image?.tag;
  if (tag === undefined || tag.length > 128 || known.numberedOtherwise?.includes(image?.name ?? '')) return undefined;
  return (known.tag ?? threeNumbers).exec(tag)?.[1];
};

/** The version that the image of a service says it is; of inference servers whatever stands in the tag. */
export const versionFact = (
  { kind, ...known }: KnownService,
  image: ImageName | undefined,
  line: number,
): { readonly version?: FactSaid } => {
  const version =
    kind === 'inference-endpoint' ? image?.tag : kind === 'management-interface' ? releaseOf(known, image) : undefined;
  return version === undefined ? {} : { version: { value: version, line } };
};

/** What a service is told: variables with their text where it is known, and arguments. */
export interface Told {
  readonly environment: ReadonlyMap<string, string | undefined>;
  readonly args: readonly string[];
  /** The release that runs, where it is known. */
  readonly release?: string | undefined;
}

/** Whether a text is the value of a signal; one that ends in `*` is only its beginning. */
const isValue = (text: string | undefined, value: string): boolean => {
  const given = text?.replace(/^(['"])(.*)\1$/s, '$2').toLowerCase();
  const wanted = value.toLowerCase();
  return wanted.endsWith('*') && wanted.length > 1 ? given?.startsWith(wanted.slice(0, -1)) === true : given === wanted;
};

/** Whether a signal is given. */
export const isGiven = (signal: Signal, { environment, args }: Told): boolean => {
  const [name = '', value] = signal.split(/=(.*)/s);
  if (signal.startsWith('-')) {
    return args.some((arg, index) => {
      const text = arg.startsWith(`${name}=`) ? arg.slice(name.length + 1) : arg === name ? args[index + 1] : undefined;
      if (value === undefined) return arg === name || (text !== undefined && !isValue(text, ''));
      return text !== undefined && isValue(text, value);
    });
  }
  if (!environment.has(name)) return false;
  const given = environment.get(name);
  if (value !== undefined) return given !== undefined && isValue(given, value);
  return given === undefined || !/^(|false|0|no|off)$/i.test(given);
};

/** Which credential a service asks for, and whether its maker’s default says so; undefined where it depends on its version. */
export const authenticationOf = (
  known: KnownService,
  told: Told,
): { readonly value: Authentication; readonly how: 'declared' | 'default' } | undefined => {
  const isAny = (signals: readonly Signal[] | undefined): boolean =>
    signals?.some((one) => isGiven(one, told)) === true;
  if (known.locked && isAny(known.locked.by)) return { value: known.locked.gives, how: 'declared' };
  if (isAny(known.opened)) return { value: 'none', how: 'declared' };
  if (isAny(known.samples)) return { value: 'default-credential', how: 'declared' };
  if (known.keyed && isAny(known.keyed.by)) return { value: known.keyed.gives, how: 'declared' };
  const { before: earlier, advised } = known;
  if (
    earlier &&
    advised &&
    told.release !== undefined &&
    compareVersions(advised.ecosystem, told.release, earlier.release) === -1
  )
    return { value: earlier.default, how: 'default' };
  return known.default === undefined ? undefined : { value: known.default, how: 'default' };
};

/** The same as a fact. */
export const authenticationFact = (known: KnownService, told: Told, line: number): FactSaid => {
  const authentication = authenticationOf(known, told);
  if (authentication === undefined)
    return {
      value: { t: 'unknown', why: `whether ${known.service} asks for a credential depends on its version` },
      line,
    };
  return authentication.how === 'declared'
    ? { value: authentication.value, line }
    : { value: authentication.value, line, how: 'default', confidence: 0.9 };
};

/** The further interfaces through which a service that is told this is operated. */
export const interfacesBeside = (known: KnownService, told: Told): readonly InterfaceBeside[] =>
  (known.beside ?? []).filter(({ given }) => given === undefined || given.some((signal) => isGiven(signal, told)));

/** Whether a service that a command starts answers its own container or host alone, as it does by default. */
export const isKeptInside = (known: KnownService, told: Told): boolean =>
  known.wide !== undefined &&
  serviceOfCommand(told.args) === known &&
  !known.wide.some((signal) => isGiven(signal, told));

/** The model that the arguments or variables name. */
export const modelOf = (known: KnownService, { environment, args }: Told): string | undefined => {
  for (const name of known.model ?? []) {
    const given = environment.get(name);
    if (given) return given;
    const at = args.findIndex((arg) => arg === name || arg.startsWith(`${name}=`));
    if (at < 0) continue;
    const text = args[at] === name ? args[at + 1] : args[at]?.slice(name.length + 1);
    if (text) return text;
  }
  const after = known.modelAfter === undefined ? -1 : args.indexOf(known.modelAfter);
  const next = after < 0 ? undefined : args[after + 1];
  return next === undefined || next.startsWith('-') ? undefined : next;
};
