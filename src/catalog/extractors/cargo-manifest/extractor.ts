/** Reads Cargo.toml: the package it names and the packages it asks for. */
import { defineExtractor } from '../../../kit/define-extractor.ts';
import { observePackages } from '../../../kit/observe-packages.ts';
import { readCargoManifest } from '../../../read/cargo.ts';

export default defineExtractor({
  id: 'cargo-manifest',
  title: 'Manifest of Cargo',
  claims: { names: ['Cargo.toml'] },
  limit: 5_000_000,
  extract: (input) => observePackages(input.path, readCargoManifest(input.text())),
});
