// Every item of the shelf exporters/, written by `npm run generate`; change the items instead.
import type { Exporter } from '../kit/define-exporter.ts';

export const exporters: readonly Exporter[] = [];
