/** Tools named in a request: functions that the application runs itself, and those that OpenAI runs. */
import type { Link, Meaning, Pick } from '../../../kit/define-library.ts';

const functions = (path: readonly string[]): Link => ({
  relation: 'uses-tool',
  from: 'enclosing',
  to: { kind: 'tool', scheme: 'display-name', value: { named: ['tools'], path } },
});

const tool = (of: readonly string[], id: string, matching: RegExp, facts: Readonly<Record<string, Pick>>): Meaning => ({
  of,
  onlyIf: { named: ['tools'], path: ['*', 'type'], matching },
  asset: {
    kind: 'tool',
    name: { value: `OpenAI ${id}` },
    identifier: { scheme: 'symbol', value: { value: `openai#${id}` } },
    facts: { framework: { value: 'openai' }, effectsKnown: { value: true }, ...facts },
  },
  links: [{ relation: 'uses-tool', from: 'enclosing', to: 'self' }],
  reference: 'https://platform.openai.com/docs/guides/tools',
});
const yes: Pick = { value: true };
const no: Pick = { value: false };

export const hostedTools = {
  links: [functions(['*', 'function', 'name'])],
  /** What the entries of `tools` that OpenAI runs itself can do. */
  meanings: (of: readonly string[]): readonly Meaning[] => [
    tool(of, 'web_search', /^web_search/, {
      takesUntrustedContent: yes,
      readsPrivateData: no,
      sendsOut: no,
      changesState: no,
      executesCode: no,
    }),
    tool(of, 'file_search', /^file_search$/, {
      readsPrivateData: yes,
      sendsOut: no,
      changesState: no,
      executesCode: no,
    }),
    tool(of, 'code_interpreter', /^code_interpreter$/, { executesCode: yes, sendsOut: no, readsPrivateData: no }),
    tool(of, 'computer_use', /^computer_use/, { takesUntrustedContent: yes, sendsOut: yes, changesState: yes }),
    tool(of, 'shell', /^(?:local_)?shell$/, { executesCode: yes, changesState: yes, readsPrivateData: yes }),
    {
      of,
      onlyIf: { named: ['tools'], path: ['*', 'type'], matching: /^mcp$/ },
      asset: {
        kind: 'mcp-server-configuration',
        name: { named: ['tools'], path: ['*', 'server_label'] },
        facts: {
          url: { named: ['tools'], path: ['*', 'server_url'] },
          approval: {
            named: ['tools'],
            path: ['*', 'require_approval'],
            choices: { never: 'never-asks', always: 'always-asks' },
          },
        },
      },
      links: [{ relation: 'connects', from: 'enclosing', to: 'self' }],
      reference: 'https://platform.openai.com/docs/guides/tools-connectors-mcp',
    },
  ],
};
