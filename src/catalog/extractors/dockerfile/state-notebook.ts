/** Says that the command of an image starts a notebook server whose token is switched off. */
import type { OpenExtraction } from '../../../kit/open-extraction.ts';
import { authenticationOf, serviceOfCommand } from '../../../kit/recognise-service.ts';
import type { Dockerfile } from '../../../read/dockerfile.ts';

/** What people write to answer every host: an address, a star, or nothing. */
const everywhere = /^--(?:ip|(?:Server|Notebook)App\.ip)=(?:0\.0\.0\.0|\*|::)?$/;

/** What is seen of a server that is protected, or answers its own host, says nothing of how the image is used. */
export const stateOpenNotebook = (file: Dockerfile, path: string, holder: string, into: OpenExtraction): void => {
  const { command, commandLine: line, variables } = file;
  const known = serviceOfCommand(command);
  if (known?.service !== 'jupyter') return;
  const told = { environment: new Map(variables.map(({ name, value }) => [name, value])), args: command };
  const authentication = authenticationOf(known, told);
  const words = command.map((word, at) => (word === '--ip' ? `--ip=${command[at + 1] ?? ''}` : word));
  const isWide = words.some((word) => everywhere.test(word));
  const key = `${holder}#notebook`;
  into.assets.push({
    key,
    kind: 'management-interface',
    name: `notebook server of ${path}`,
    identifiers: [{ scheme: 'symbol', value: `${path}#notebook` }],
    facts: {
      service: { value: known.service },
      port: { value: known.port, how: 'default', confidence: 0.9 },
      ...(authentication === undefined
        ? {}
        : {
            authentication: {
              value: authentication.value,
              how: authentication.how,
              confidence: authentication.how === 'default' ? 0.9 : 1,
            },
          }),
      ...(isWide ? { bindAddress: { value: '0.0.0.0' } } : {}),
    },
    ...(isWide
      ? {}
      : { complete: [{ relation: 'exposes', direction: 'in', grade: 'inferred-absent', scope: 'file', line }] }),
    line,
  });
  into.relations.push({ relation: 'contains', from: { local: holder }, to: { local: key }, line });
  if (!isWide) return;
  const way = `${holder}#listener`;
  into.assets.push({
    key: way,
    kind: 'network-exposure',
    name: `listener of ${path}`,
    identifiers: [{ scheme: 'symbol', value: `${path}#listener` }],
    facts: { bindAddress: { value: '0.0.0.0' } },
    line,
    // Whoever starts the image decides whether the port is published.
    how: 'inferred',
    confidence: 0.7,
  });
  into.relations.push({
    relation: 'exposes',
    from: { local: way },
    to: { local: key },
    line,
    how: 'inferred',
    confidence: 0.7,
  });
};
