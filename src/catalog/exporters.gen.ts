// Every item of the shelf exporters/, written by `npm run generate`; change the items instead.
import type { Exporter } from '../kit/define-exporter.ts';
import csv from './exporters/csv/exporter.ts';
import cyclonedx from './exporters/cyclonedx/exporter.ts';
import html from './exporters/html/exporter.ts';
import json from './exporters/json/exporter.ts';
import junit from './exporters/junit/exporter.ts';
import markdown from './exporters/markdown/exporter.ts';
import sarif from './exporters/sarif/exporter.ts';
import terminal from './exporters/terminal/exporter.ts';

export const exporters: readonly Exporter[] = [
  csv,
  cyclonedx,
  html,
  json,
  junit,
  markdown,
  sarif,
  terminal,
];
