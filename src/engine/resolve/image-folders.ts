/** Images: from which folder of the source the image is built that a deployment unit only names. */
import type { UnitLink } from '../../domain/observation.ts';

type PlacedUnit = UnitLink & { readonly path: string };

/** `ghcr.io/acme/api:1.2@sha256:…` without version: `ghcr.io/acme/api`. */
const nameOf = ({ image }: UnitLink): string | undefined => {
  const text = typeof image === 'string' ? image : image?.t === 'literal' ? String(image.value) : undefined;
  const name = text?.replace(/@sha256:[0-9a-f]+$/i, '').replace(/:[^/:]*$/, '');
  return name === '' ? undefined : name;
};
const lastPart = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

/**
 * Gives every unit that names an image and no folder the folder that another unit builds this image from; else, as an inference, the one
 * folder with a Dockerfile that has the image’s name. Where several would fit, none is taken.
 */
export const linkImages = (units: readonly PlacedUnit[]): readonly PlacedUnit[] => {
  const built = new Map<string, Set<string>>();
  const dockerfiles = new Map<string, Set<string>>();
  const add = (to: Map<string, Set<string>>, name: string, folder: string): void => {
    const folders = to.get(name);
    if (folders) folders.add(folder);
    else to.set(name, new Set([folder]));
  };
  for (const unit of units) {
    if (unit.folder === undefined) continue;
    const name = nameOf(unit);
    if (name !== undefined) add(built, name, unit.folder);
    if (unit.holder.startsWith('dockerfile:') && unit.folder !== '')
      add(dockerfiles, lastPart(unit.folder).toLowerCase(), unit.folder);
  }
  return units.map((unit): PlacedUnit => {
    const name = unit.folder === undefined ? nameOf(unit) : undefined;
    if (name === undefined) return unit;
    const [folder, ...others] = built.get(name) ?? [];
    if (folder !== undefined && others.length === 0) return { ...unit, folder };
    const [likely, ...more] = dockerfiles.get(lastPart(name).toLowerCase()) ?? [];
    return likely === undefined || more.length > 0 ? unit : { ...unit, folder: likely, inferred: true };
  });
};
