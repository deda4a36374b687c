/** Reads A2A agent cards: an agent, the address at which others reach it, and what they must show there. */
import {
  type AssetObservation,
  defineExtractor,
  type Extraction,
  emptyExtraction,
  type FactSaid,
} from '../../../kit/define-extractor.ts';
import { project } from '../../../kit/observe-packages.ts';
import { type TextPart, withTextSigns } from '../../../kit/observe-text.ts';
import { readJson } from '../../../read/json-positions.ts';
import { entriesOf, entryOf, itemsOf, type Positioned, textOf, valueAt } from '../../../read/positioned.ts';

/** Words in which the fact `authentication` is told, by the scheme of the card, which is that of OpenAPI. */
const authentications: Readonly<Record<string, string>> = {
  apiKey: 'key',
  apiKeySecurityScheme: 'key',
  http: 'token',
  httpAuthSecurityScheme: 'token',
  oauth2: 'token',
  oauth2SecurityScheme: 'token',
  openIdConnect: 'token',
  openIdConnectSecurityScheme: 'token',
  mutualTLS: 'mutual-tls',
  mtlsSecurityScheme: 'mutual-tls',
};

/**
 * What callers must show. A card without schemes asks for nothing: https://a2a-protocol.org/latest/specification/
 * The older `authentication.schemes` names schemes of HTTP.
 */
const authenticationOf = (card: Positioned): FactSaid => {
  const schemes = entryOf(card, 'securitySchemes');
  for (const [, { value, line }] of entriesOf(schemes?.value)) {
    const type = textOf(valueAt(value, 'type')) ?? entriesOf(value)[0]?.[0] ?? '';
    const found = authentications[type];
    if (found !== undefined) return { value: found, line };
  }
  const older = itemsOf(valueAt(card, 'authentication', 'schemes')).map(textOf)[0];
  if (older !== undefined && older.toLowerCase() !== 'none' && older.toLowerCase() !== 'public')
    return { value: 'token', line: entryOf(card, 'authentication')!.line };
  return { value: 'none', how: 'default', confidence: 0.8 };
};

/** Addresses of the card: one of its own, and one for each further protocol. */
const addressesOf = (card: Positioned): readonly { readonly url: string; readonly line: number }[] => {
  const found = new Map<string, number>();
  const add = (map: Positioned | undefined): void => {
    const entry = entryOf(map, 'url');
    const url = textOf(entry?.value);
    if (entry !== undefined && url !== undefined && /^https?:\/\/[^\s{}$<>]+$/i.test(url) && !found.has(url))
      found.set(url, entry.line);
  };
  add(card);
  for (const list of ['additionalInterfaces', 'supportedInterfaces'])
    for (const item of itemsOf(valueAt(card, list))) add(item);
  return [...found].map(([url, line]) => ({ url, line }));
};

/** What other agents are told of it, and choose it by: its description, and its skills with their examples. */
const wordsOf = (card: Positioned): readonly TextPart[] => {
  const said = (map: Positioned, name: string): readonly TextPart[] => {
    const entry = entryOf(map, name);
    const text = textOf(entry?.value);
    if (entry !== undefined && text !== undefined) return [{ text, line: entry.line }];
    return itemsOf(entry?.value).flatMap((item) => {
      const each = textOf(item);
      return each === undefined ? [] : [{ text: each, line: item.line }];
    });
  };
  return [card, ...itemsOf(valueAt(card, 'skills'))].flatMap((map) =>
    ['name', 'description', 'examples', 'tags'].flatMap((name) => said(map, name)),
  );
};

const isCard = (card: Positioned | undefined): card is Positioned =>
  textOf(valueAt(card, 'name')) !== undefined &&
  valueAt(card, 'skills')?.is === 'list' &&
  valueAt(card, 'capabilities')?.is === 'map' &&
  ['url', 'version', 'protocolVersion', 'supportedInterfaces', 'defaultInputModes'].some(
    (key) => entryOf(card, key) !== undefined,
  );

/** At an address of this machine nobody else reaches the agent; it stands in most cards that are being written. */
const isLoopback = (hostname: string): boolean => /^(?:localhost|127\.[\d.]+|\[::1\]|0\.0\.0\.0)$/.test(hostname);

/** The way in at an address, without credentials and query. */
const observeAddress = (url: string, line: number, authentication: FactSaid): AssetObservation => {
  const { protocol, hostname, port, host } = new URL(url);
  const isTls = protocol === 'https:';
  return {
    key: `at:${host}`,
    kind: 'network-exposure',
    name: host,
    identifiers: [{ scheme: 'host-port', value: `${hostname}:${port || (isTls ? 443 : 80)}` }],
    facts: {
      port: { value: Number(port || (isTls ? 443 : 80)) },
      encryptedTransport: { value: isTls },
      authentication,
    },
    line,
  };
};

export default defineExtractor({
  id: 'agent-cards',
  title: 'A2A agent cards',
  claims: {
    names: ['agent.json'],
    paths: [/(?:^|[^a-z])agent[-_]?card[^/]*\.json$/i, /(?:^|\/)agent[-_]cards?\/[^/]+\.json$/i],
  },
  limit: 1_000_000,
  extract({ path, text }): Extraction {
    const { value: card, errors } = readJson(text());
    if (!isCard(card)) return emptyExtraction;
    const name = entryOf(card, 'name')!;
    const description = entryOf(card, 'description');
    const words = textOf(description?.value);
    const agent: AssetObservation = {
      key: 'agent',
      kind: 'agent',
      name: textOf(name.value)!,
      identifiers: [{ scheme: 'symbol', value: `${path}#agent` }],
      facts: words ? { description: { value: words, line: description!.line } } : {},
      line: name.line,
    };
    const authentication = authenticationOf(card);
    const ways = addressesOf(card)
      .filter(({ url }) => URL.canParse(url) && !isLoopback(new URL(url).hostname))
      .map(({ url, line }) => observeAddress(url, line, authentication));
    const distinct = [...new Map(ways.map((way) => [way.key, way])).values()];
    return {
      ...emptyExtraction,
      assets: [...withTextSigns(agent, wordsOf(card)), ...distinct],
      relations: [
        { relation: 'contains', from: project, to: { local: 'agent' }, line: name.line },
        ...distinct.map(({ key, line }) => ({
          relation: 'exposes' as const,
          from: { local: key },
          to: { local: 'agent' },
          line,
        })),
      ],
      gaps: errors.map(({ line, why }) => ({ what: `${path}:${line}`, scope: 'file' as const, why })),
    };
  },
});
