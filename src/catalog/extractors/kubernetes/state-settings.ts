/** ConfigMaps and Secrets: values for the containers that are given them, and the credentials that are written there. */
import { type FileInput, unknownTerm } from '../../../kit/define-extractor.ts';
import { observeNamedSecret } from '../../../kit/observe-named-secret.ts';
import { observeSecret } from '../../../kit/observe-secret.ts';
import type { OpenExtraction } from '../../../kit/open-extraction.ts';
import { withholdSecrets } from '../../../kit/withhold-secrets.ts';
import { decodeBase64 } from '../../../read/base64.ts';
import { itemsOf, textsOf, valueAt } from '../../../read/positioned.ts';
import { isCredentialName, judgeNamed } from '../../../read/secret-shapes.ts';
import { identityOf, keyOf, type Manifest, scalarText, textEntries } from './manifest.ts';
import { termOf } from './read-pod.ts';

/** Longest value that is kept; longer ones are files. */
const longest = 2000;

const stateData = (
  manifest: Manifest,
  name: string,
  entries: ReturnType<typeof textEntries>,
  input: FileInput,
  into: OpenExtraction,
): void => {
  for (const { name: key, text, line } of entries) {
    const term =
      text.length > longest || text.includes('\n') ? unknownTerm(`${key} is a file`, line) : termOf(text, line);
    const withheld = withholdSecrets(input, key, term, line, 'configuration');
    into.definitions.push({
      namespace: 'kubernetes',
      name: `ConfigMap ${manifest.namespace} ${name} ${key}`,
      value: withheld.term,
      line,
    });
    for (const secret of withheld.secrets) into.assets.push({ ...secret, key: `${keyOf(manifest)}#${secret.key}` });
  }
};

/** States the values of a ConfigMap. */
export const stateConfigMap = (manifest: Manifest, input: FileInput, into: OpenExtraction): void =>
  stateData(manifest, manifest.name, textEntries(valueAt(manifest.value, 'data')), input, into);

/** States the literal values that a kustomization makes ConfigMaps of. https://kubectl.docs.kubernetes.io/references/kustomize/kustomization/configmapgenerator/ */
export const stateKustomization = (manifest: Manifest, input: FileInput, into: OpenExtraction): void => {
  for (const item of itemsOf(valueAt(manifest.value, 'configMapGenerator'))) {
    const name = scalarText(valueAt(item, 'name'));
    const entries = textsOf(valueAt(item, 'literals')).flatMap((text) => {
      const at = text.indexOf('=');
      return at < 1 ? [] : [{ name: text.slice(0, at), text: text.slice(at + 1), line: item.line }];
    });
    const namespace = scalarText(valueAt(manifest.value, 'namespace')) ?? 'default';
    if (name !== undefined) stateData({ ...manifest, namespace }, name, entries, input, into);
  }
};

/** States the keys of a Secret: each is known by its name, and by its fingerprint where a real value is written. */
export const stateSecret = (manifest: Manifest, input: FileInput, into: OpenExtraction): void => {
  const plain = textEntries(valueAt(manifest.value, 'stringData'));
  const encoded = textEntries(valueAt(manifest.value, 'data')).flatMap((each) => {
    const text = decodeBase64(each.text);
    return text === undefined ? [] : [{ ...each, text }];
  });
  for (const { name, text, line } of [...plain, ...encoded]) {
    const key = `${keyOf(manifest)}#${name}`;
    const identity = {
      scheme: 'kubernetes-object' as const,
      value: `${identityOf(manifest, 'Secret', manifest.name)}/${name}`,
    };
    into.definitions.push({
      namespace: 'kubernetes',
      name: `Secret ${manifest.namespace} ${manifest.name} ${name}`,
      value: unknownTerm(`${name} is a secret, not kept`, line),
      line,
    });
    const judged = judgeNamed(name, text.trim());
    if (judged) {
      const secret = observeSecret(input, judged, text.trim(), 'configuration', line);
      into.assets.push({ ...secret, key, identifiers: [...secret.identifiers, identity] });
    } else if (isCredentialName(name)) {
      const shown = `${manifest.name}/${name}`;
      into.assets.push(
        observeNamedSecret({
          key,
          name: shown,
          variable: name,
          identifiers: [identity],
          place: 'manager',
          isWritten: true,
          line,
        }),
      );
    }
  }
};

/** States the keys of an object that an operator turns into a Secret: nothing of the value stands in the file. */
export const stateOutsideSecret = (manifest: Manifest, into: OpenExtraction): void => {
  const sealed = textEntries(valueAt(manifest.value, 'spec', 'encryptedData')).map(({ name, line }) => ({
    name,
    line,
  }));
  const outside = itemsOf(valueAt(manifest.value, 'spec', 'data')).flatMap((item) => {
    const name = scalarText(valueAt(item, 'secretKey'));
    return name === undefined ? [] : [{ name, line: item.line }];
  });
  const target =
    scalarText(valueAt(manifest.value, 'spec', 'target', 'name')) ??
    scalarText(valueAt(manifest.value, 'spec', 'template', 'metadata', 'name')) ??
    manifest.name;
  for (const { name, line } of [...sealed, ...outside]) {
    into.definitions.push({
      namespace: 'kubernetes',
      name: `Secret ${manifest.namespace} ${target} ${name}`,
      value: unknownTerm(`${name} is kept in a secret manager`, line),
      line,
    });
    into.assets.push(
      observeNamedSecret({
        key: `${keyOf(manifest)}#${name}`,
        name: `${target}/${name}`,
        variable: name,
        identifiers: [{ scheme: 'kubernetes-object', value: `${identityOf(manifest, 'Secret', target)}/${name}` }],
        place: 'manager',
        line,
      }),
    );
  }
};
