// What the node types of n8n are. https://docs.n8n.io/integrations/builtin/cluster-nodes/ documents each.
import type { FactName, FactSaid } from '../../../kit/define-extractor.ts';

type Facts = Readonly<Partial<Record<FactName, FactSaid>>>;

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

/** What a call does, as facts of the tool; `effectsKnown` says that there is nothing else. */
const facts = (...names: readonly FactName[]): Facts =>
  Object.fromEntries([...names, 'effectsKnown' as const].map((name) => [name, { value: true } satisfies FactSaid]));

/** Tools that do one thing, by their type. */
const ofOneKind: Readonly<Record<string, Facts>> = {
  toolSerpApi: facts('takesUntrustedContent'),
  toolSearXng: facts('takesUntrustedContent'),
  toolWikipedia: facts('takesUntrustedContent'),
  toolWolframAlpha: facts('takesUntrustedContent'),
  toolCalculator: facts(),
  toolThink: facts(),
  toolVectorStore: facts('readsPrivateData'),
  executeCommand: facts('executesCode', 'changesState', 'readsPrivateData'),
  ssh: facts('executesCode', 'changesState', 'readsPrivateData'),
};

/** Services whose content strangers write, services of one’s own, and those that only carry messages away. */
const mail = /^(?:gmail|microsoftOutlook|zendesk|freshdesk|gitHub|github|gitlab|jira|linear)$/;
const own =
  /^(?:google(?:Drive|Sheets|Calendar|Docs|Analytics|BigQuery)|notion|airtable|baserow|nocoDb|postgres|mySql|mongoDb|redis|supabase|microsoft(?:Excel|OneDrive|SharePoint|Sql)|hubspot|salesforce|pipedrive|wooCommerce|shopify|stripe|dataTable|snowflake)$/;
const messenger = /^(?:slack|telegram|discord|whatsApp|twilio|emailSend|sendGrid|microsoftTeams|mattermost)$/;

/** What a node does where its operation is not written: nodes leave out the one that they begin with. */
const firstOperation: Readonly<Record<string, string>> = {
  gmail: 'send',
  microsoftOutlook: 'send',
  googleCalendar: 'create',
  googleSheets: 'read',
  googleDocs: 'create',
  airtable: 'read',
};
const reads =
  /^(?:get|read|availability|check|search|list|history|lookup|select|find|aggregate|download|export|count)/i;
const sends = /^(?:send|reply|post|publish|forward|sendAndWait|append:message)/i;
const queries = /^execute(?:Query)?$/i;

/** Parameters that decide what a tool does. */
interface Chosen {
  readonly method: string | undefined;
  readonly resource: string | undefined;
  readonly operation: string | undefined;
  readonly query: string | undefined;
  readonly url: string | undefined;
}

/** An address whose host the author wrote, so that nobody else chooses where data goes. */
const fixedHost = /^=?https?:\/\/[^/{}$\s]+(?:\/|$)/i;

/** A query that the author wrote, of which the model fills in values at most. */
const onlyReads = /^=?\s*(?:select|with|show|explain)\b/i;

/** What a tool can do by its type and parameters; nothing where they are not known. */
export const effectsOfTool = (type: string, { method, resource, operation, query, url }: Chosen): Facts => {
  if (type === 'toolHttpRequest' || type === 'httpRequestTool') {
    const away: readonly FactName[] = url !== undefined && fixedHost.test(url) ? [] : ['sendsOut'];
    if (method === undefined || method === 'GET') return facts('takesUntrustedContent', ...away);
    // Many services are asked by POST, too.
    const { effectsKnown: _, ...open } = facts('takesUntrustedContent', ...away);
    return method === 'POST' ? open : facts('takesUntrustedContent', 'changesState', ...away);
  }
  const service = type.replace(/Tool$/, '');
  const known = ofOneKind[type] ?? ofOneKind[service];
  if (known) return known;
  const what = operation ?? (resource === undefined ? firstOperation[service] : undefined);
  if (messenger.test(service))
    return what !== undefined && reads.test(what) ? facts('readsPrivateData') : facts('sendsOut');
  const isMail = mail.test(service);
  if (what === undefined || !(isMail || own.test(service))) return {};
  if (queries.test(what))
    return query !== undefined && onlyReads.test(query)
      ? facts('readsPrivateData')
      : facts('readsPrivateData', 'changesState');
  if (reads.test(what)) return isMail ? facts('readsPrivateData', 'takesUntrustedContent') : facts('readsPrivateData');
  return sends.test(what) ? facts('sendsOut') : facts('changesState');
};

/** Kinds of memory that outlive the run: those that keep it in a database. */
export const isPersistent = (type: string): boolean => !/BufferWindow|ChatMemory(?:Buffer)?$/.test(type);
