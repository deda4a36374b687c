/** Interfaces through which a service in a pod is operated besides, at the port of the service itself. */
import type { CompletenessClaim } from '../../../kit/define-extractor.ts';
import type { KnownService } from '../../../kit/known-service.ts';
import type { OpenExtraction } from '../../../kit/open-extraction.ts';
import { authenticationFact, interfacesBeside, type Told } from '../../../kit/recognise-service.ts';
import { keyOf, type Manifest } from './manifest.ts';

interface Place {
  readonly manifest: Manifest;
  /** Name of the container. */
  readonly container: string;
  /** What is claimed of the ways in to it. */
  readonly complete: readonly CompletenessClaim[];
  readonly line: number;
}

/** States those that are there by what the service is told. */
export const stateInterfacesBeside = (
  known: KnownService,
  told: Told,
  { manifest, container, complete, line }: Place,
  into: OpenExtraction,
): void => {
  const holder = keyOf(manifest);
  for (const each of interfacesBeside(known, told)) {
    // Which of several ports an object leads to is not known here.
    if (each.port !== known.port) continue;
    const key = `${holder}#${container}.${each.name}`;
    into.assets.push({
      key,
      kind: 'management-interface',
      name: `${each.name} of ${manifest.name}`,
      identifiers: [
        { scheme: 'symbol', value: `${manifest.path}#${manifest.kind}/${manifest.name}/${container}.${each.name}` },
      ],
      facts: {
        service: { value: known.service, line },
        authentication:
          each.default === undefined
            ? authenticationFact(known, told, line)
            : { value: each.default, line, how: 'default', confidence: 0.9 },
      },
      complete,
      line,
    });
    into.relations.push({ relation: 'runs', from: { local: holder }, to: { local: key }, line });
  }
};
