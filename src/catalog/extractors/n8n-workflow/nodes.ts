// What the node types of n8n are. https://docs.n8n.io/integrations/builtin/cluster-nodes/ documents each.
import type { FactName, FactSaid } from '../../../kit/define-extractor.ts';

type Facts = Readonly<Partial<Record<FactName, FactSaid>>>;

const facts = (...names: readonly FactName[]): Facts =>
  Object.fromEntries(names.map((name) => [name, { value: true } satisfies FactSaid]));

/** Types of the package for AI, without its prefix, and of the package of all other nodes. */
export const langchain = /^@n8n\/n8n-nodes-langchain\./;
export const base = /^n8n-nodes-base\./;

export const isAgent = (type: string): boolean =>
  /^(?:agent|agentTool|openAiAssistant|conversationalAgent)$/.test(type);
/** Chains, classifiers and extractors call a model with a prompt and have no tools. */
export const isChain = (type: string): boolean =>
  /^chain|^(?:informationExtractor|textClassifier|sentimentAnalysis|chat)$/.test(type);
export const isModel = (type: string): boolean => /^lm(?:Chat)?[A-Z]/.test(type);
export const isEmbedding = (type: string): boolean => /^embeddings[A-Z]/.test(type);
export const isVectorStore = (type: string): boolean => /^vectorStore[A-Z]/.test(type);
export const isMemory = (type: string): boolean => /^memory[A-Z]/.test(type) && type !== 'memoryManager';
/** Nodes that call a provider’s model by themselves. */
export const isOwnModel = (type: string): boolean => /^(?:openAi|anthropic|googleGemini|ollama|mistralAi)$/.test(type);

/** Where text that strangers write enters a workflow. */
export const entersFromOutside = (type: string): boolean =>
  /(?:^|\.)(?:webhook|formTrigger|emailReadImap|rssFeedRead(?:Trigger)?|chatTrigger)$|(?:telegram|gmail|slack|whatsApp|discord|microsoftOutlook|twilio|line|facebook|gitHub|github|jira|hubspot|typeform|tally)Trigger$/.test(
    type,
  );

/** What tools can do, by their type without `Tool` at its end. */
export const toolFacts: Readonly<Record<string, Facts>> = {
  toolHttpRequest: facts('sendsOut', 'takesUntrustedContent'),
  httpRequest: facts('sendsOut', 'takesUntrustedContent'),
  toolSerpApi: facts('takesUntrustedContent'),
  toolSearXng: facts('takesUntrustedContent'),
  toolWikipedia: facts('takesUntrustedContent'),
  toolWolframAlpha: facts('takesUntrustedContent'),
  toolVectorStore: facts('readsPrivateData'),
  executeCommand: facts('executesCode', 'changesState'),
  ssh: facts('executesCode', 'changesState', 'readsPrivateData'),
  gmail: facts('readsPrivateData', 'takesUntrustedContent', 'sendsOut'),
  microsoftOutlook: facts('readsPrivateData', 'takesUntrustedContent', 'sendsOut'),
  emailSend: facts('sendsOut'),
  slack: facts('readsPrivateData', 'sendsOut'),
  telegram: facts('sendsOut'),
  discord: facts('sendsOut'),
  googleDrive: facts('readsPrivateData'),
  googleSheets: facts('readsPrivateData'),
  googleCalendar: facts('readsPrivateData'),
  notion: facts('readsPrivateData'),
  airtable: facts('readsPrivateData'),
  postgres: facts('readsPrivateData'),
  mySql: facts('readsPrivateData'),
  mongoDb: facts('readsPrivateData'),
  supabase: facts('readsPrivateData'),
};

/** Kinds of memory that outlive the run: those that keep it in a database. */
export const isPersistent = (type: string): boolean => !/BufferWindow|ChatMemory(?:Buffer)?$/.test(type);
