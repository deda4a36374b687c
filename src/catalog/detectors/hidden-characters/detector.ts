/** Finds texts for models that hold characters which people do not see or take for others. */
import type { AssetView } from '../../../kit/define-detector.ts';
import { defineDetector } from '../../../kit/define-detector.ts';
import { fact } from '../../../kit/tests.ts';
import { tellSigns } from '../../../kit/weigh-signs.ts';

type Kind = 'instruction-file' | 'skill' | 'prompt' | 'tool' | 'mcp-tool' | 'mcp-server-definition' | 'agent';

const kindsOf = (it: AssetView<Kind>): readonly string[] => it.snapshot.value(it.number, 'hiddenCharacters') ?? [];

/** Nobody types these by accident: they carry a text or show one in another order. */
const deliberate = new Set([
  'tag-characters',
  'variation-selectors',
  'bidirectional-override',
  'terminal-escapes',
  'zero-width',
]);

export default defineDetector({
  id: 'hidden-characters',
  title: 'Hidden characters in a text for a model',
  about: ['instruction-file', 'skill', 'prompt', 'tool', 'mcp-tool', 'mcp-server-definition', 'agent'],
  tests: 'instruction-text-clean',
  category: 'agentic',
  severity: (it) => (kindsOf(it).some((kind) => deliberate.has(kind)) ? 'high' : 'medium'),
  passes: fact('it', 'hiddenCharacters').isEmpty(),
  message: (it) => `The text of ${it.name} holds ${tellSigns(kindsOf(it))}.`,
  why: 'A person who reviews the text does not see what the model reads, so that instructions come in which nobody approved.',
  remedy: (it) =>
    `Show the text of ${it.name} with its code points, take the characters out, and refuse them in a check before merging.`,
  steps: [
    "Show them: grep -nP '[\\x{200B}-\\x{200F}\\x{202A}-\\x{202E}\\x{2060}-\\x{2069}\\x{E0000}-\\x{E007F}]' <file>, and read what they spell.",
    "Take them out by hand, or: perl -CSD -pi -e 's/[\\x{200B}\\x{2060}-\\x{2069}\\x{202A}-\\x{202E}\\x{E0000}-\\x{E007F}]//g' <file>; joiners inside emoji and some scripts are meant.",
    'Look who wrote them (git log -S), and treat what an assistant did under them as not trusted.',
  ],
  references: ['LLM01:2025', 'ASI01:2026', 'AML.T0068', 'CWE-1007'],
});
