/** Takes the credentials out of the definitions of a stack or template; each becomes an asset, and what runs with it is said to use it. */
import type { AssetObservation, Definition, Extraction, RelationObservation } from '../domain/observation.ts';
import type { FileInput } from './define-extractor.ts';
import { withholdSecrets } from './withhold-secrets.ts';

/** The extraction with no credential in its definitions. */
export const withholdDefinitions = (extraction: Extraction, input: Pick<FileInput, 'fingerprint'>): Extraction => {
  const secrets = new Map<string, AssetObservation>();
  const relations: RelationObservation[] = [];
  const isRunning = new Set(extraction.assets.flatMap(({ key, kind }) => (kind === 'compute' ? [key] : [])));
  const definitions = extraction.definitions.map((definition): Definition => {
    const { namespace, name, value, line, holder } = definition;
    // `aws_db_instance.main.password`, `var.api_key` and `Database#MasterUserPassword` are judged by their last word.
    const withheld = withholdSecrets(input, name.slice(name.search(/[^.#]*$/)), value, line, 'configuration');
    for (const secret of withheld.secrets) {
      secrets.set(secret.key, secret);
      if (namespace === 'environment' && holder !== undefined && isRunning.has(holder))
        relations.push({
          relation: 'uses-secret',
          from: { local: holder },
          to: { local: secret.key },
          line: secret.line,
        });
    }
    return { ...definition, value: withheld.term };
  });
  return {
    ...extraction,
    definitions,
    assets: [...extraction.assets, ...secrets.values()],
    relations: [...extraction.relations, ...relations],
  };
};
