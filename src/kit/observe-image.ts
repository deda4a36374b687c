/** What a deployment says of the container image that it runs: its name, its version, and whether it names one image for ever. */
import type { AssetObservation } from '../domain/observation.ts';
import type { Term } from '../domain/term.ts';
import { parseImage, serviceOfImage } from './recognise-service.ts';

export interface ImageMention {
  readonly key: string;
  /** What stands there. */
  readonly image: Term;
  /** Its text, where it is known. */
  readonly text?: string | undefined;
  /** What runs it, for people. */
  readonly of: string;
  readonly line: number;
}

/** The observation of an image. */
export const observeImage = ({ key, image, text, of, line }: ImageMention): AssetObservation => {
  const parsed = parseImage(text ?? '');
  const known = parsed && serviceOfImage(parsed);
  return {
    key,
    kind: 'container-image',
    name: parsed ? `${parsed.name}${parsed.tag ? `:${parsed.tag}` : ''}` : image,
    identifiers: [
      ...(parsed?.digest === undefined ? [] : [{ scheme: 'image-digest' as const, value: parsed.digest }]),
      {
        scheme: 'image-name',
        value: parsed ? `${parsed.name}:${parsed.tag ?? (parsed.digest === undefined ? 'latest' : 'digest')}` : image,
      },
    ],
    facts: {
      // Only a digest names one image for ever. https://docs.docker.com/dhi/core-concepts/digests/
      pinned: parsed
        ? { value: parsed.digest !== undefined }
        : { value: { t: 'unknown', why: `the image of ${of} is not written out` } },
      ...(parsed?.tag === undefined ? {} : { version: { value: parsed.tag } }),
      ...(known === undefined ? {} : { service: { value: known.service } }),
    },
    line,
  };
};
