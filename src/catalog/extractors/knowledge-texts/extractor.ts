/** Reads texts that answers may be drawn from, in folders of knowledge above all: what of persons and which credentials stand in them, folder by folder. */
import { type AssetObservation, defineExtractor, emptyExtraction } from '../../../kit/define-extractor.ts';
import { observeFolders, sensitiveFacts } from '../../../kit/observe-data.ts';
import { project } from '../../../kit/observe-packages.ts';
import { describeSigns, screenTexts } from '../../../read/crafted-records.ts';
import { isMadeUpData } from '../../../read/data-purpose.ts';
import { PersonalTally } from '../../../read/personal-tally.ts';
import { findSecrets } from '../../../read/secret-search.ts';
import { baseNameOf } from '../../../read/source-path.ts';

/** Folders whose name says that answers are drawn from them; `docs` alone is the documentation of a program. */
const knowledge =
  /(?:^|\/)(?:knowledge(?:[_-]?base)?s?|kb|rag[_-]?(?:data|docs|documents|files)|corpus|source[_-]documents|documents|ingest(?:ion)?[_-]?(?:data|docs)?)\//i;
/** Folders of a program’s own texts, which nobody searches for answers unless their name says so. */
const ofPrograms =
  /(?:^|\/)(?:docs?|documentation|src|lib|app|pkg|internal|packages|tests?|spec|examples?|samples?|website|site|public|static|assets|templates?|prompts?|scripts?|skills|commands|agents|rules|dist|build|plans?|\.[^/]+)\//i;
/** What stands beside data to explain it. */
const explains =
  /^(?:readme|licen[cs]e|notice|copyright|patents|authors|contributors|contributing|changelog|code_of_conduct|security|citation|maintainers|credits)(?:\.|$)/i;

const lineCounter = (text: string): ((at: number) => number) => {
  let line = 1;
  let counted = 0;
  return (at) => {
    if (at < counted) {
      line = 1;
      counted = 0;
    }
    for (let end = text.indexOf('\n', counted); end >= 0 && end < at; end = text.indexOf('\n', counted)) {
      line++;
      counted = end + 1;
    }
    return line;
  };
};

export default defineExtractor({
  id: 'knowledge-texts',
  title: 'Text that answers may be drawn from',
  // Which folder a loader reads only the code says; what stands in any may be part of it.
  claims: { paths: [/\/[^/]+\.(txt|md|mdx|html?|rst|eml)$/i] },
  limit: 8_000_000,
  head: 2_000_000,
  extract(input) {
    const { path } = input;
    const isNamed = knowledge.test(path);
    if (!isNamed && (ofPrograms.test(path) || /\.html?$/i.test(path))) return emptyExtraction;
    if (explains.test(baseNameOf(path)) || isMadeUpData(path)) return emptyExtraction;
    const text = input.text();
    // In a letter one person counts; a book has its publisher’s address and its authors’.
    const tally = new PersonalTally(text.length <= 50_000);
    tally.add([['', text]], 1, lineCounter(text));
    const sensitive = tally.result();
    const credentials = findSecrets(input.bytes).filter(({ inContext }) => !inContext);
    const signs = screenTexts(path, [text]);
    if (sensitive.kinds.length === 0 && credentials.length === 0 && signs.length === 0) return emptyExtraction;
    const sample = { read: 1, of: 1, unit: 'documents', isSample: input.bytes.length < input.size };
    const facts = sensitiveFacts(sensitive, sample, credentials);
    const asset: AssetObservation = {
      key: 'text',
      kind: 'dataset',
      name: baseNameOf(path),
      identifiers: [{ scheme: 'place', value: path }],
      facts: {
        path: { value: path },
        format: { value: 'text', how: 'observed' },
        source: { value: 'local-file', how: 'observed' },
        usedFor: { value: isNamed ? ['grounding'] : [], how: 'inferred', confidence: 0.7 },
        craftedRecords: { value: describeSigns(signs, 1, 'documents'), line: 1, how: 'observed', confidence: 0.7 },
        ...facts,
      },
      line: 1,
    };
    const line = facts.dataKinds?.line ?? 1;
    const folders = observeFolders(path, 'text', line);
    return {
      ...emptyExtraction,
      assets: [asset, ...folders.assets],
      relations: [{ relation: 'contains', from: project, to: { local: 'text' }, line }, ...folders.relations],
    };
  },
});
