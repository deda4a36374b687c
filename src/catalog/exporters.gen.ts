// Every item of the shelf exporters/, written by `npm run generate`; change the items instead.
import type { Exporter } from '../kit/define-exporter.ts';
import json from './exporters/json/exporter.ts';
import sarif from './exporters/sarif/exporter.ts';
import terminal from './exporters/terminal/exporter.ts';

export const exporters: readonly Exporter[] = [
  json,
  sarif,
  terminal,
];
