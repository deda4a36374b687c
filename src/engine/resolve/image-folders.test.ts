// Images that units only name, and the folders that they are built from.
import { expect, test } from 'vitest';
import { literal } from '../../domain/term.ts';
import { linkImages } from './image-folders.ts';

const unit = (holder: string, image?: string, folder?: string) => ({
  holder,
  path: 'x.yaml',
  line: 1,
  ...(image === undefined ? {} : { image: literal(image) }),
  ...(folder === undefined ? {} : { folder }),
});
const folderOf = (...units: readonly ReturnType<typeof unit>[]) => {
  const { folder, inferred } = linkImages(units)[0]!;
  return inferred ? `${folder}?` : folder;
};

test('an image that another unit builds comes from its folder, whatever version is named', () =>
  expect(folderOf(unit('k', 'ghcr.io/acme/api:1.2'), unit('c', 'ghcr.io/acme/api:dev', 'services/api'))).toBe(
    'services/api',
  ));
test('a folder with a Dockerfile that has the image’s name is likely', () =>
  expect(folderOf(unit('k', 'ghcr.io/acme/api:1.2'), unit('dockerfile:src/api/Dockerfile', undefined, 'src/api'))).toBe(
    'src/api?',
  ));
test('two such folders say nothing', () =>
  expect(
    folderOf(
      unit('k', 'acme/api'),
      unit('dockerfile:a/api/Dockerfile', undefined, 'a/api'),
      unit('dockerfile:b/api/Dockerfile', undefined, 'b/api'),
    ),
  ).toBeUndefined());
test('a registry with a port is no version', () =>
  expect(folderOf(unit('k', 'localhost:5000/api'), unit('c', 'localhost:5000/api:2', 'api'))).toBe('api'));
test('another image is another image', () =>
  expect(folderOf(unit('k', 'acme/web'), unit('c', 'acme/api', 'api'))).toBeUndefined());
