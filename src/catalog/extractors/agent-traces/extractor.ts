/** Recognises what coding agents leave on a machine: transcripts of their sessions, and the credentials that they keep. */
import {
  type AssetObservation,
  defineExtractor,
  type Extraction,
  emptyExtraction,
  unknownTerm,
} from '../../../kit/define-extractor.ts';
import { clientTitles } from '../../../kit/observe-client.ts';
import { project } from '../../../kit/observe-packages.ts';

/** Where each client writes what was said and done. The first group is the folder or file that holds all of it. */
const transcripts: readonly (readonly [client: string, path: RegExp])[] = [
  // https://code.claude.com/docs/en/data-usage
  ['claude-code', /^((?:.*\/)?\.claude\/(?:projects|transcripts))\/.+\.jsonl$|^((?:.*\/)?\.claude\/history\.jsonl)$/],
  // https://developers.openai.com/codex/config-advanced
  ['codex', /^((?:.*\/)?\.codex\/(?:sessions|archived_sessions))\/.+\.jsonl?$|^((?:.*\/)?\.codex\/history\.jsonl)$/],
  ['gemini-cli', /^((?:.*\/)?\.gemini\/tmp)\/.+\/(?:logs\.json|chats\/.+\.json|checkpoint-.*\.json)$/],
  ['qwen-code', /^((?:.*\/)?\.qwen\/tmp)\/.+\/(?:logs\.json|chats\/.+\.json)$/],
  ['continue', /^((?:.*\/)?\.continue\/sessions)\/.+\.json$/],
  ['opencode', /^((?:.*\/)?opencode\/storage\/(?:session|message|part))\/.+\.json$/],
  ['goose', /^((?:.*\/)?goose\/sessions)\/.+\.jsonl$/],
  ['cline', /^((?:.*\/)?\.cline\/data\/(?:tasks|sessions))\/.+\.json$/],
  // https://aider.chat/docs/config/options.html
  ['aider', /^((?:.*\/)?\.aider\.(?:chat|input)\.history(?:\.md)?)$/],
];

/** Where agents, clouds and code hosts keep credentials for their own programs. */
const credentials: readonly (readonly [kind: string, path: RegExp])[] = [
  ['claude-code-login', /(?:^|\/)\.claude\/\.credentials\.json$/],
  ['codex-login', /(?:^|\/)\.codex\/auth\.json$/],
  ['gemini-cli-login', /(?:^|\/)\.gemini\/(?:oauth_creds|mcp-oauth-tokens)\.json$/],
  ['qwen-code-login', /(?:^|\/)\.qwen\/oauth_creds\.json$/],
  ['opencode-login', /(?:^|\/)opencode\/auth\.json$/],
  ['mcp-login', /(?:^|\/)\.mcp-auth\/.+\.json$/],
  ['aws-login', /(?:^|\/)\.aws\/credentials$/],
  ['google-cloud-login', /(?:^|\/)gcloud\/application_default_credentials\.json$/],
  ['azure-login', /(?:^|\/)\.azure\/(?:msal_token_cache|service_principal_entries)\.json$/],
  ['github-login', /(?:^|\/)gh\/hosts\.yml$|(?:^|\/)github-copilot\/(?:hosts|apps)\.json$/],
  ['git-login', /(?:^|\/)\.git-credentials$|(?:^|\/)\.netrc$/],
  ['hugging-face-login', /(?:^|\/)huggingface\/(?:token|stored_tokens)$/],
  ['kaggle-login', /(?:^|\/)\.kaggle\/kaggle\.json$/],
];

/** The engine knows who may read a file; an extractor sees bytes. */
const unseen = (line: number) => ({ value: unknownTerm('the permissions of the file were not seen', line) });

export default defineExtractor({
  id: 'agent-traces',
  title: 'Transcripts and logins of coding agents',
  claims: { paths: [...transcripts, ...credentials].map(([, path]) => path) },
  limit: 1_000_000_000,
  head: 64,
  extract({ path, size }): Extraction {
    if (size === 0) return emptyExtraction;
    for (const [client, pattern] of transcripts) {
      const match = pattern.exec(path);
      const place = match?.[1] ?? match?.[2];
      if (place === undefined) continue;
      return observe({
        key: 'transcripts',
        kind: 'log-sink',
        name: `transcripts of ${clientTitles[client] ?? client}`,
        // Every session is a file of its own, and each may be open or not.
        identifiers: [{ scheme: 'place', value: path }],
        facts: { service: { value: client }, dataKinds: { value: ['prompt'] }, readableByOthers: unseen(1) },
        line: 1,
      });
    }
    const login = credentials.find(([, pattern]) => pattern.test(path));
    if (login === undefined) return emptyExtraction;
    return observe({
      key: 'login',
      kind: 'secret',
      name: `${login[0]} (${path})`,
      identifiers: [{ scheme: 'place', value: path }],
      facts: {
        secretKind: { value: login[0] },
        // It lies where its own program keeps it, and not in somebody’s code.
        place: { value: 'manager' },
        hardCoded: { value: false },
        readableByOthers: unseen(1),
      },
      line: 1,
    });
  },
});

const observe = (asset: AssetObservation): Extraction => ({
  ...emptyExtraction,
  assets: [asset],
  relations: [{ relation: 'contains', from: project, to: { local: asset.key }, line: 1 }],
});
