/** Actions of the marketplace that run an agent or call a model, and what their inputs mean. */

export interface AgentAction {
  /** Repository of the action, in lower case; a folder of it where several stand in one. */
  readonly uses: string;
  readonly framework: string;
  readonly provider: string;
  /** It only answers. */
  readonly isModelOnly?: true;
  /** Inputs that name the model, or hold the arguments of its command. */
  readonly model: readonly string[];
  /** The input that says whom it obeys: `*` is everybody; without it only people who may write to the repository are. */
  readonly allows?: string;
  /** It reads the event that started it by itself, not only its prompt. */
  readonly readsEvent?: true;
  /** What in its inputs lets it run any command. */
  readonly unrestricted?: RegExp;
  readonly reference: string;
}

export const agentActions: readonly AgentAction[] = [
  {
    uses: 'anthropics/claude-code-action',
    framework: 'claude-code',
    provider: 'anthropic',
    model: ['model', 'claude_args'],
    allows: 'allowed_non_write_users',
    readsEvent: true,
    unrestricted: /--dangerously-skip-permissions|bypassPermissions|(?:^|[\s"',=])Bash(?:\(\*\))?(?=["',\s]|$)/,
    reference: 'https://github.com/anthropics/claude-code-action/blob/main/docs/security.md',
  },
  {
    uses: 'anthropics/claude-code-base-action',
    framework: 'claude-code',
    provider: 'anthropic',
    model: ['model', 'claude_args'],
    unrestricted: /--dangerously-skip-permissions|bypassPermissions|(?:^|[\s"',=])Bash(?:\(\*\))?(?=["',\s]|$)/,
    reference: 'https://github.com/anthropics/claude-code-base-action',
  },
  {
    uses: 'openai/codex-action',
    framework: 'codex',
    provider: 'openai',
    model: ['model'],
    allows: 'allow-users',
    unrestricted: /danger-full-access|(?:^|\s)unsafe(?:\s|$)/,
    reference: 'https://github.com/openai/codex-action#security-considerations',
  },
  {
    uses: 'google-github-actions/run-gemini-cli',
    framework: 'gemini-cli',
    provider: 'google',
    model: ['gemini_model'],
    unrestricted: /run_shell_command(?=["',\s]|$)|--yolo/,
    reference: 'https://github.com/google-github-actions/run-gemini-cli',
  },
  {
    uses: 'google-gemini/gemini-cli-action',
    framework: 'gemini-cli',
    provider: 'google',
    model: ['gemini_model'],
    unrestricted: /run_shell_command(?=["',\s]|$)|--yolo/,
    reference: 'https://github.com/google-gemini/gemini-cli-action',
  },
  {
    uses: 'sst/opencode/github',
    framework: 'opencode',
    provider: '',
    model: ['model'],
    readsEvent: true,
    reference: 'https://opencode.ai/docs/github/',
  },
  {
    uses: 'actions/ai-inference',
    framework: 'github-models',
    provider: 'github-models',
    isModelOnly: true,
    model: ['model'],
    reference: 'https://github.com/actions/ai-inference',
  },
  {
    uses: 'qodo-ai/pr-agent',
    framework: 'pr-agent',
    provider: '',
    model: [],
    readsEvent: true,
    reference: 'https://qodo-merge-docs.qodo.ai/installation/github/',
  },
  {
    uses: 'coderabbitai/ai-pr-reviewer',
    framework: 'coderabbit',
    provider: 'openai',
    model: ['openai_heavy_model', 'openai_light_model'],
    readsEvent: true,
    reference: 'https://github.com/coderabbitai/ai-pr-reviewer',
  },
  {
    uses: 'anc95/chatgpt-codereview',
    framework: 'chatgpt-codereview',
    provider: 'openai',
    model: [],
    readsEvent: true,
    reference: 'https://github.com/anc95/ChatGPT-CodeReview',
  },
];

/** The action that a `uses` names, whatever version. */
export const agentActionOf = (uses: string): AgentAction | undefined => {
  const name = uses
    .split('@')[0]!
    .toLowerCase()
    .replace(/^codium-ai\//, 'qodo-ai/');
  return agentActions.find((each) => each.uses === name);
};
