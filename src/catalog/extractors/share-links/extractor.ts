/** Share links of Azure Storage in code, notebooks, configuration and prose: what they open, what they allow, and the models that they lead to. */
import {
  type AssetObservation,
  defineExtractor,
  emptyExtraction,
  type RelationObservation,
} from '../../../kit/define-extractor.ts';
import { observeSecret } from '../../../kit/observe-secret.ts';
import { findShareLinks, type ShareLink } from '../../../read/share-links.ts';
import { baseNameOf } from '../../../read/source-path.ts';

/** Endings of weights that are opened by running what they say. */
const pickled = /\.(?:pkl|pickle|joblib|pt|pth|ckpt|dill)$/i;
const weights = /\.(?:pkl|pickle|joblib|pt|pth|ckpt|dill|bin|h5|keras|onnx|safetensors|gguf)$/i;
const changing = new Set(['write', 'create', 'delete']);

const artifactOf = ({ account, path, line }: ShareLink): AssetObservation => ({
  key: `artifact:${account}/${path}`,
  kind: 'model-artifact',
  name: baseNameOf(path),
  identifiers: [{ scheme: 'display-name', value: `https://${account}.blob.core.windows.net/${path}` }],
  facts: { source: { value: 'bucket' }, ...(pickled.test(path) ? { format: { value: 'pickle' } } : {}) },
  line,
  confidence: 0.9,
});

export default defineExtractor({
  id: 'share-links',
  title: 'Share links of storage accounts',
  claims: {
    endings:
      '.py .ipynb .js .mjs .ts .tsx .sh .ps1 .md .txt .rst .json .yaml .yml .toml .ini .cfg .conf .env .tf .tfvars .bicep .cs .java .go .r .scala'.split(
        ' ',
      ),
  },
  limit: 20_000_000,
  extract(input) {
    const assets = new Map<string, AssetObservation>();
    const relations: RelationObservation[] = [];
    for (const link of findShareLinks(input.text())) {
      const { account, path, grants, expires, signature, line } = link;
      const judged = { kind: 'azure-shared-access-signature', provider: 'azure', value: signature, confidence: 1 };
      const secret = observeSecret(input, judged, signature, 'source', line);
      const { place: _, ...facts } = secret.facts ?? {};
      const bucket = `bucket:${account}`;
      assets.set(secret.key, {
        ...secret,
        facts: {
          ...facts,
          grants: { value: grants },
          ...(expires === undefined ? {} : { expires: { value: expires } }),
        },
      });
      assets.set(bucket, {
        key: bucket,
        kind: 'bucket',
        name: account,
        identifiers: [{ scheme: 'bucket-name', value: `https://${account}.blob.core.windows.net` }],
        facts: { provider: { value: 'azure' } },
        line,
      });
      relations.push({
        relation: 'authenticates-as',
        from: { local: secret.key },
        to: { local: bucket },
        line,
        note: grants.some((each) => changing.has(each)) ? 'a share link with the right to change' : 'a share link',
      });
      if (!weights.test(path)) continue;
      const artifact = artifactOf(link);
      assets.set(artifact.key, artifact);
      relations.push({ relation: 'contains', from: { local: bucket }, to: { local: artifact.key }, line });
    }
    return assets.size === 0 ? emptyExtraction : { ...emptyExtraction, assets: [...assets.values()], relations };
  },
});
