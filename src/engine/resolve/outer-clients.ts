/** Outer clients: an instruction file in a sub-folder speaks to the client that works in a folder above it, where one does. */
import type { AssetObservation, Extraction } from '../../domain/observation.ts';
import type { ReadFile } from './read-extraction.ts';

/** The folder and the client of an asset that is recognised by both. */
const clientOf = ({ kind, identifiers }: AssetObservation): readonly [folder: string, client: string] | undefined => {
  const symbol = kind === 'mcp-client' ? identifiers.find(({ scheme }) => scheme === 'symbol')?.value : undefined;
  const [, folder, client] = (typeof symbol === 'string' && /^(.*)#client:(.+)$/s.exec(symbol)) || [];
  return folder === undefined || client === undefined ? undefined : [folder, client];
};

/** Settings make a folder one that a client is started in; instructions and skills are also read from above. */
const isReadFromAbove = ({ assets }: Extraction): boolean =>
  assets.some(({ kind }) => kind === 'instruction-file' || kind === 'skill');

/** Gives the files with such clients recognised by the outermost folder that has the same client. */
export const withOuterClients = (files: readonly ReadFile[]): readonly ReadFile[] => {
  const places = new Set(
    files.flatMap(({ extraction }) =>
      extraction.assets.flatMap((asset) => {
        const client = clientOf(asset);
        return client ? [client.join('\n')] : [];
      }),
    ),
  );
  const outermost = ([folder, client]: readonly [string, string]): string => {
    const parts = folder.split('/');
    for (let length = 0; length < parts.length; length++) {
      const above = parts.slice(0, length).join('/');
      if (places.has(`${above}\n${client}`)) return above;
    }
    return folder;
  };
  return files.map((file) => {
    if (!isReadFromAbove(file.extraction)) return file;
    const assets = file.extraction.assets.map((asset): AssetObservation => {
      const client = clientOf(asset);
      return client
        ? { ...asset, identifiers: [{ scheme: 'symbol', value: `${outermost(client)}#client:${client[1]}` }] }
        : asset;
    });
    return { ...file, extraction: { ...file.extraction, assets } };
  });
};
