/** Finds tools, MCP servers and clients that run commands or change things without asking a person. */
import type { AssetView } from '../../../kit/define-detector.ts';
import { defineDetector } from '../../../kit/define-detector.ts';
import { all, any, fact, kindIs } from '../../../kit/tests.ts';

type View = AssetView<'tool' | 'mcp-client' | 'mcp-server-configuration'>;

const reach = { tool: 'one-tool', 'mcp-client': 'any-command', 'mcp-server-configuration': 'one-server' } as const;

/** An entry that is switched off approves nothing until somebody switches it on. */
const isOff = (it: View): boolean => it.kind !== 'tool' && it.text('active') === 'false';
/** Nobody set it so: the vendor’s client asks nobody until it is told to. */
const isByDefault = (it: View): boolean => it.snapshot.fact(it.number, 'approval')?.how === 'default';
const neverAsks = (it: View): boolean => it.text('approval') === 'never-asks';
/** Coding agents on the command line: what their jobs run is judged with the job, by whoever can start it. */
const inJob = /^(?:claude-code|codex|gemini-cli|cursor|copilot-cli|opencode|aider|goose)$/;
const isInJob = (it: View): boolean => it.kind === 'tool' && inJob.test(it.text('framework'));
const runsCode = (it: View): boolean => it.kind === 'mcp-client' || it.text('executesCode') === 'true';

const broadOf = (it: View): readonly string[] =>
  it.kind === 'tool' ? [] : (it.snapshot.value(it.number, 'approvedBroadly') ?? []).slice(0, 5);

export default defineDetector({
  id: 'acts-without-approval',
  title: 'Acts without asking a person',
  about: ['tool', 'mcp-client', 'mcp-server-configuration'],
  tests: 'human-approval',
  category: 'agentic',
  severity: (it) =>
    isOff(it) ? 'low' : runsCode(it) && neverAsks(it) && !isByDefault(it) && !isInJob(it) ? 'high' : 'medium',
  // Every coding agent can run commands and edit files; of anything else only what acts has to ask.
  applies: any(
    kindIs('it', 'mcp-client'),
    all(kindIs('it', 'mcp-server-configuration'), fact('it', 'approval').in('always-asks', 'asks-for-some')),
    all(
      kindIs('it', 'tool', 'mcp-server-configuration'),
      any(fact('it', 'executesCode').is(true), fact('it', 'changesState').is(true)),
    ),
  ),
  // Somebody who names single commands has thought about them; one that runs whatever it is given is every command.
  passes: all(
    fact('it', 'approval').in('always-asks', 'asks-for-some'),
    any(
      kindIs('it', 'tool'),
      all(kindIs('it', 'mcp-client', 'mcp-server-configuration'), fact('it', 'approvedBroadly').isEmpty()),
    ),
  ),
  message: (it) => {
    const acts = runsCode(it) ? 'run commands or code' : 'change or delete things';
    if (it.kind === 'mcp-client') {
      if (!neverAsks(it)) return `${it.name} may run any code without asking, by way of ${broadOf(it).join(', ')}.`;
      return isByDefault(it)
        ? `${it.name} runs commands without asking anybody until it is told to ask, and nothing here tells it.`
        : `${it.name} is set to ${acts} without asking anybody.`;
    }
    if (it.kind === 'tool') return `${it.name} can ${acts}, and no person approves a call.`;
    return `Every tool of ${it.name} is approved in advance, and the server can ${acts}${isOff(it) ? '; it is switched off for now' : ''}.`;
  },
  why: 'One instruction planted in what the model reads, or one mistake of the model, is carried out before anybody sees it.',
  remedy: (it) =>
    it.kind === 'mcp-client'
      ? `Let ${it.name} ask before it runs commands, and allow single commands by name instead of all of them.`
      : it.kind === 'tool'
        ? `Let the agent stop for a person’s answer before it calls ${it.name}, or take what it does out of the agent’s reach.`
        : `Take the approval in advance away from ${it.name}, or name there only tools that read.`,
  steps: [
    "A tool in code: LangGraph interrupt() in the tool or HumanInTheLoopMiddleware(interrupt_on={'{name}': True}); OpenAI Agents SDK tool({ needsApproval: true }); CrewAI human_input=True; Vercel AI SDK: leave `execute` out, and run it when the person has answered.",
    'A server in a client\'s settings: take its name out of `autoApprove`, `alwaysAllow` or `trust` (Gemini CLI: "trust": false; Claude Code: take mcp__{name} out of permissions.allow), or list there only its tools that read.',
    'Try it: ask for the action, and see that nothing happens before somebody says yes.',
  ],
  references: ['LLM06:2025', 'ASI02:2026', 'AML.T0053', 'AML.T0101'],
  payload: (it) => ({ reach: it.kind === 'mcp-client' && !neverAsks(it) ? 'some-commands' : reach[it.kind] }),
});
