/** Recognises the AI service that a container runs, and reads what its variables and arguments say of it. */
import { type Authentication, type KnownService, knownServices } from './known-services.ts';

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

/** What a service is told: variables with their text where it is known, and arguments. */
export interface Told {
  readonly environment: ReadonlyMap<string, string | undefined>;
  readonly args: readonly string[];
}

/** Whether a signal `--flag`, `--flag=value`, `NAME` or `NAME=value` is given. */
const isGiven = (signal: string, { environment, args }: Told): boolean => {
  const [name = '', value] = signal.split(/=(.*)/s);
  if (signal.startsWith('-')) {
    if (value === undefined) return args.some((arg) => arg === name || arg.startsWith(`${name}=`));
    return args.some((arg, index) => {
      const text =
        arg === name ? (args[index + 1] ?? '') : arg.startsWith(`${name}=`) ? arg.slice(name.length + 1) : undefined;
      return text?.replace(/^['"]|['"]$/g, '').toLowerCase() === value.toLowerCase();
    });
  }
  if (!environment.has(name)) return false;
  const given = environment.get(name);
  if (value !== undefined) return given?.toLowerCase() === value.toLowerCase();
  return given === undefined || !/^(|false|0|no|off)$/i.test(given);
};

/** Which credential a service asks for, and whether its maker’s default says so; undefined where it depends on its version. */
export const authenticationOf = (
  known: KnownService,
  told: Told,
): { readonly value: Authentication; readonly how: 'declared' | 'default' } | undefined => {
  if (known.opened?.some((signal) => isGiven(signal, told))) return { value: 'none', how: 'declared' };
  if (known.keyed?.by.some((signal) => isGiven(signal, told))) return { value: known.keyed.gives, how: 'declared' };
  return known.default === undefined ? undefined : { value: known.default, how: 'default' };
};

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
