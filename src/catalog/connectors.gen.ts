// Every item of the shelf connectors/, written by `npm run generate`; change the items instead.
import type { Connector } from '../kit/define-connector.ts';
import fileTree from './connectors/file-tree/connector.ts';

export const connectors: readonly Connector[] = [
  fileTree,
];
