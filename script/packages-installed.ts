// Exits 0 when node_modules holds exactly what package-lock.json says for this platform, 1 otherwise.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

interface LockedPackage {
  version?: string;
  integrity?: string;
  optional?: boolean;
  link?: boolean;
}

function readPackages(path: string): Map<string, LockedPackage> {
  const lock = JSON.parse(readFileSync(path, 'utf8')) as { packages: Record<string, LockedPackage> };
  return new Map(Object.entries(lock.packages).filter(([folder]) => folder !== ''));
}

function isInstalled(root: string): boolean {
  const wanted = readPackages(join(root, 'package-lock.json'));
  const found = readPackages(join(root, 'node_modules', '.package-lock.json'));
  for (const [folder, have] of found) {
    const want = wanted.get(folder);
    if (want === undefined || want.version !== have.version || want.integrity !== have.integrity) return false;
  }
  for (const [folder, want] of wanted) {
    if (want.optional !== true && !found.has(folder)) return false;
  }
  return true;
}

process.exitCode = isInstalled(process.argv[2] ?? '.') ? 0 : 1;
