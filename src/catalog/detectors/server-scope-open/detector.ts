/** Finds MCP servers that are given everything although they can be limited. */
import { defineDetector } from '../../../kit/define-detector.ts';
import { fact } from '../../../kit/tests.ts';

export default defineDetector({
  id: 'server-scope-open',
  title: 'MCP server without a limit on what it reaches',
  about: 'mcp-server-configuration',
  tests: 'tool-least-privilege',
  category: 'agentic',
  severity: (it) => (it.text('active') === 'false' ? 'low' : it.text('changesState') === 'false' ? 'medium' : 'high'),
  passes: fact('it', 'scopeOpen').is(false),
  message: (it) => {
    const note = it.snapshot
      .fact(it.number, 'scopeOpen')
      ?.evidence.at(-1)
      ?.note?.replace(/^[\w-]+: /, '');
    return `${it.name} is given more than one task needs: ${note ?? 'nothing limits it'}.`;
  },
  why: 'What an agent can reach, an instruction planted in its content can reach too; a mistake of the model goes as far.',
  remedy: (it) =>
    `Name to ${it.name} the one folder, project or set of tools that its work needs, and let it only read where that is enough.`,
  references: ['LLM06:2025', 'ASI02:2026', 'ASI03:2026', 'CWE-250'],
});
