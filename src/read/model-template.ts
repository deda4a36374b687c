/** Judges chat templates: whether one reaches Python beyond its variables, and whether it says something to the model that its reader does not see. */

const shorten = (text: string): string => {
  const line = text.replaceAll(/\s+/g, ' ').trim();
  return line.length > 80 ? `${line.slice(0, 80)}…` : line;
};

/** Ways by which a template comes from its values to Python. https://jinja.palletsprojects.com/en/stable/sandbox/ */
const escapes: readonly (readonly [says: string, pattern: RegExp])[] = [
  [
    'reaches inner attributes of Python',
    /__(?:class|globals|subclasses|mro|bases?|init|builtins|import|getattribute|dict|code|func|self|loader|reduce|reduce_ex|module|call|doc|name|spec)__/,
  ],
  ['looks up an attribute by a text', /\|\s*attr\s*\(|\bgetattr\s*\(/],
  [
    'reaches objects of the engine',
    /\b(?:(?:lipsum|cycler|joiner|namespace)\s*[.|[]|get_flashed_messages\b|url_for\b|self\._TemplateReference\w*|self\.__\w*|request\.application|config\.items\b)/,
  ],
  [
    'runs or opens something',
    /\b(?:os|subprocess|sys|shutil|socket|importlib|builtins)\s*\.\s*(?:system|popen|run|call|check_output|exec\w*|spawn\w*|environ|modules|import_module|open|rmtree|getenv)\b|\b(?:eval|exec|__import__|popen|compile|open)\s*\(/,
  ],
  ['takes in another template', /\{%-?\s*(?:include|import|from|extends)\b/],
];

/** Text of a template without the ways in which names are hidden: escapes, joined pieces, formats. */
const unhide = (text: string): string =>
  text
    .replaceAll(/\\x([0-9a-f]{2})|\\u([0-9a-f]{4})|\\([0-7]{3})/gi, (_, two?: string, four?: string, eight?: string) =>
      String.fromCharCode(Number.parseInt(two ?? four ?? eight!, eight === undefined ? 16 : 8)),
    )
    .replaceAll(/(['"])\s*[~+]\s*(['"])/g, '');

/** One part of a template: text that the model is told, or code between braces. */
interface Part {
  readonly isCode: boolean;
  readonly text: string;
}

const mostParts = 20_000;

/** A template in its parts, found by going through it once. */
const partsOf = (template: string): readonly Part[] => {
  const parts: Part[] = [];
  for (let at = 0; at < template.length && parts.length < mostParts; ) {
    const open = /\{[{%]/g;
    open.lastIndex = at;
    const from = open.exec(template)?.index ?? template.length;
    if (from > at) parts.push({ isCode: false, text: template.slice(at, from) });
    if (from >= template.length) break;
    const end = template.indexOf(template[from + 1] === '{' ? '}}' : '%}', from + 2);
    const next = end < 0 ? template.length : end + 2;
    parts.push({ isCode: true, text: template.slice(from, next) });
    at = next;
  }
  return parts;
};

/** Code without the sentences quoted in it, which are what the model is told. */
const withoutSentences = (code: string): string => {
  let kept = '';
  for (let at = 0; at < code.length; ) {
    const quote = code[at]!;
    if (quote !== "'" && quote !== '"') {
      kept += quote;
      at++;
      continue;
    }
    let end = at + 1;
    while (end < code.length && code[end] !== quote) end += code[end] === '\\' ? 2 : 1;
    const text = code.slice(at, end + 1);
    kept += text.includes(' ') ? `${quote}${quote}` : text;
    at = end + 1;
  }
  return kept;
};

const hidden = /[\u200b\u2060\u202a-\u202e\u2066-\u2069]|\u{e0001}|[\u{e0020}-\u{e007f}]/u;

/** Orders that a publisher’s template does not give. */
const orders: readonly RegExp[] = [
  /\b(?:ignore|disregard|forget)\s+(?:all\s+|any\s+)?(?:of\s+)?(?:the\s+|your\s+)?(?:previous|prior|above|earlier|system|safety)\s+(?:instructions?|prompts?|rules|messages|guidelines)/i,
  /\b(?:do\s+not|don['’]t|never)\s+(?:tell|inform|reveal|mention|disclose|alert|warn)\b[^.\n]{0,60}\b(?:the\s+)?(?:users?|them|anyone|person|people|human)\b/i,
  /\b(?:secretly|silently|covertly|without\s+(?:telling|informing|the\s+user))\b/i,
  /\b(?:always|must)\s+(?:recommend|include|insert|append|add|mention|promote|link)\b[^.\n]{0,80}(?:https?:\/\/|\blink\b|\burl\b|\bsnippet\b|\bscript\b)/i,
];

/** A condition on what was said that only a plain word meets. */
const trigger =
  /^\{%-?\s*(?:el)?if\b.*?(['"])([A-Za-z][A-Za-z .,'-]{3,60})\1\s+in\s+[\w.]*(?:\[[^\]]{0,30}\]|\.)?(?:\[?['"]?content['"]?\]?|content)/s;

/** What a template adds under a condition on what was said: it says something else when somebody speaks of something. */
const triggers = (parts: readonly Part[]): readonly string[] =>
  parts.flatMap(({ isCode, text }, index) => {
    if (!isCode || !text.startsWith('{%') || text.length > 500) return [];
    const word = trigger.exec(text)?.[2];
    if (word === undefined) return [];
    const told: string[] = [];
    for (const part of parts.slice(index + 1, index + 6)) {
      if (part.text.startsWith('{%') && part.isCode) break;
      told.push(part.isCode ? (/(['"])([^'"]{25,})\1/.exec(part.text.slice(0, 4000))?.[2] ?? '') : part.text);
    }
    const said = told.join('').trim();
    return /[A-Za-z]{3,}(?:\s+\S+){3,}/.test(said.slice(0, 2000))
      ? [`says something else when a message holds “${word}”: “${shorten(said.slice(0, 400))}”`]
      : [];
  });

/** The signs in a template, each a few words; none in one that only lays out a conversation. */
export const judgeTemplate = (template: string): readonly string[] => {
  const signs: string[] = [];
  const bounded = template.slice(0, 400_000);
  const parts = partsOf(bounded);
  const code = unhide(
    parts
      .filter(({ isCode }) => isCode)
      .map(({ text }) => withoutSentences(text))
      .join('\n'),
  );
  for (const [says, pattern] of escapes) {
    const found = pattern.exec(code);
    if (found) signs.push(`${says}: “${shorten(code.slice(Math.max(0, found.index - 20), found.index + 50))}”`);
  }
  if (/\brange\s*\(\s*\d{8,}/.test(code)) signs.push('counts to a number that never ends');
  const unseen = hidden.exec(bounded);
  if (unseen)
    signs.push(`holds characters that nobody sees (U+${unseen[0].codePointAt(0)!.toString(16).toUpperCase()})`);
  for (const order of orders) {
    const found = order.exec(bounded);
    if (found) signs.push(`gives the model an order of its own: “${shorten(found[0])}”`);
  }
  signs.push(...triggers(parts));
  if (template.length > 200_000) signs.push(`is ${template.length} characters long`);
  return signs;
};
