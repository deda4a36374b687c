/** States the AI service that a container of an ECS task runs: what it asks of its callers, its release and its model. */
import type { FactName } from '../domain/facts.ts';
import type { FactSaid } from '../domain/observation.ts';
import type { Term } from '../domain/term.ts';
import { eachOf } from '../read/aws-policy.ts';
import type { OpenExtraction } from './open-extraction.ts';
import {
  authenticationFact,
  isKeptInside,
  modelOf,
  parseImage,
  recogniseService,
  releaseOf,
  versionFact,
} from './recognise-service.ts';
import { allAt, literalText, partOf } from './template-paths.ts';

const textsOf = (term: Term | undefined): readonly string[] =>
  eachOf(term).flatMap((each) => (each.t === 'literal' && each.value !== null ? [String(each.value)] : []));

/** States it for one container definition; `key` is that of the task in the same file. */
export const observeTaskService = (container: Term, key: string, path: string, into: OpenExtraction): void => {
  const image = parseImage(literalText(partOf(container, 'image')) ?? '');
  const args = ['entryPoint', 'command'].flatMap((name) =>
    textsOf(partOf(container, name)).flatMap((word) => word.split(/[\s\\]+/)),
  );
  // Words that an expression gives could be any.
  const isWhole = ['entryPoint', 'command'].every((name) =>
    eachOf(partOf(container, name)).every((word) => word.t === 'literal'),
  );
  const known = recogniseService(image, args);
  if (known?.kind === undefined || known.kind === 'management-interface') return;
  const environment = new Map(
    [...allAt(container, 'environment'), ...allAt(container, 'secrets')].flatMap((each) => {
      const name = literalText(partOf(each, 'name'));
      return name === undefined ? [] : [[name, literalText(partOf(each, 'value'))] as const];
    }),
  );
  const told = { environment, args, release: releaseOf(known, image) };
  const line = container.at ?? 0;
  const model = modelOf(known, told);
  const isInference = known.kind === 'inference-endpoint';
  const serviceKey = `${key}#${known.service}`;
  const facts: Partial<Record<FactName, FactSaid>> = {
    service: { value: known.service, line },
    authentication: authenticationFact(known, told, line),
    // A task has an address of its own in the network, on which its containers answer.
    bindAddress: isKeptInside(known, told)
      ? { value: '127.0.0.1', line, how: 'default', confidence: 0.9 }
      : { value: '0.0.0.0', line, how: 'inferred', confidence: 0.8 },
    port: { value: known.port, line, how: 'default', confidence: 0.9 },
    ...versionFact(known, image, line),
    ...(isInference && model !== undefined ? { modelName: { value: model, line } } : {}),
    ...(isInference && isWhole
      ? {
          remoteCode: args.includes('--trust-remote-code')
            ? { value: true, line }
            : { value: false, line, how: 'default', confidence: 0.9 },
        }
      : {}),
  };
  into.assets.push({
    key: serviceKey,
    kind: known.kind,
    name: literalText(partOf(container, 'name')) ?? known.service,
    identifiers: [{ scheme: 'symbol', value: `${path}#${key}.${known.service}` }],
    facts,
    line,
  });
  into.relations.push({ relation: 'runs', from: { local: key }, to: { local: serviceKey }, line });
  if (isInference && model !== undefined && /^[\w.-]+\/[\w.-]+$/.test(model))
    into.relations.push({
      relation: 'serves',
      from: { local: serviceKey },
      to: { kind: 'model', identifier: { scheme: 'model-name', value: `huggingface:${model}` }, name: model },
      line,
    });
};
