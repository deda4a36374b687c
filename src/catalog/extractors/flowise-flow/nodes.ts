// What the nodes of Flowise are. https://docs.flowiseai.com documents each.
import type { FactName, FactSaid } from '../../../kit/define-extractor.ts';

const facts = (...names: readonly FactName[]): Readonly<Partial<Record<FactName, FactSaid>>> =>
  Object.fromEntries([...names, 'effectsKnown' as const].map((name) => [name, { value: true } satisfies FactSaid]));

const some = (...names: readonly FactName[]): Readonly<Partial<Record<FactName, FactSaid>>> =>
  Object.fromEntries(names.map((name) => [name, { value: true, how: 'inferred', confidence: 0.7 } satisfies FactSaid]));

/** What tools can do, by the name of the node; nothing else. of those that have operations to choose, something. */
export const toolFacts: Readonly<Record<string, Readonly<Partial<Record<FactName, FactSaid>>>>> = {
  calculator: facts(),
  currentDateTime: facts(),
  serpAPI: facts('takesUntrustedContent'),
  serper: facts('takesUntrustedContent'),
  googleCustomSearch: facts('takesUntrustedContent'),
  braveSearchAPI: facts('takesUntrustedContent'),
  tavilyAPI: facts('takesUntrustedContent'),
  exaSearch: facts('takesUntrustedContent'),
  searXNG: facts('takesUntrustedContent'),
  arxiv: facts('takesUntrustedContent'),
  webBrowser: facts('takesUntrustedContent'),
  webScraperTool: facts('takesUntrustedContent'),
  requestsGet: facts('takesUntrustedContent', 'sendsOut'),
  requestsPost: facts('takesUntrustedContent', 'sendsOut', 'changesState'),
  requestsPut: facts('sendsOut', 'changesState'),
  requestsDelete: facts('sendsOut', 'changesState'),
  openAPIToolkit: facts('takesUntrustedContent', 'sendsOut'),
  readFile: facts('readsPrivateData'),
  writeFile: facts('changesState'),
  codeInterpreterE2B: facts('executesCode'),
  pythonInterpreter: facts('executesCode'),
  retrieverTool: facts('readsPrivateData'),
  gmail: some('readsPrivateData', 'takesUntrustedContent'),
  microsoftOutlook: some('readsPrivateData', 'takesUntrustedContent'),
  googleDriveTool: some('readsPrivateData'),
  googleSheetsTool: some('readsPrivateData'),
  googleCalendarTool: some('readsPrivateData'),
  jiraTool: some('readsPrivateData'),
};

export const isModelCategory = (category: string): boolean => /^(?:Chat Models|LLMs)$/.test(category);
export const isAgentNode = (category: string, name: string): boolean =>
  category === 'Agents' || category === 'Multi Agents' || name === 'seqAgent' || name === 'agentAgentflow';
export const isMcp = (category: string): boolean => /MCP/.test(category);
