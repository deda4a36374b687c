// Places as SARIF locations: a path becomes a relative reference, a line a region.

interface Place {
  readonly path: string;
  readonly line: number;
  readonly note?: string | undefined;
}

/** A path as a relative URI: every segment encoded, and a colon in the first one kept from looking like a scheme. */
const encodePath = (path: string): string => {
  const encoded = path.split('/').map(encodeURIComponent).join('/');
  return encoded === '' ? '.' : encoded;
};

/** One place; `asset` says what stands there. */
export const locate = ({ path, line, note }: Place, asset?: { readonly name: string; readonly kind: string }) => ({
  physicalLocation: {
    artifactLocation: { uri: encodePath(path), uriBaseId: '%SRCROOT%' },
    ...(line > 0 ? { region: { startLine: line } } : {}),
  },
  ...(asset ? { logicalLocations: [{ name: asset.name, kind: asset.kind }] } : {}),
  ...(note ? { message: { text: note } } : {}),
});

/** Several places, each once, numbered as `relatedLocations` are. */
export const locateAll = (places: readonly Place[]) => {
  const unique = new Map(places.map((place) => [JSON.stringify([place.path, place.line, place.note]), place]));
  return [...unique.values()].map((place, id) => ({ id, ...locate(place) }));
};
