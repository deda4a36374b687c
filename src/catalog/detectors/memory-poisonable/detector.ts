/** Finds agents that keep what strangers can write in a memory that steers later conversations. */
import { defineDetector } from '../../../kit/define-detector.ts';
import { exists, fact, not } from '../../../kit/tests.ts';
import { toolsetOf } from '../../../kit/toolset.ts';

export default defineDetector({
  id: 'memory-poisonable',
  title: 'Long-term memory that strangers can write into',
  about: 'agent',
  tests: 'memory-protected',
  category: 'agentic',
  severity: 'medium',
  applies: fact('it', 'recalledLater').is(true),
  passes: not(exists({ ...toolsetOf('it', 'untrusted'), where: fact('untrusted', 'takesUntrustedContent').is(true) })),
  message: (it) =>
    `${it.name} takes in what strangers can write${it.witness('untrusted') ? ` through ${it.witness('untrusted')}` : ''} and keeps what it learns for later conversations.`,
  why: 'One planted sentence is remembered and goes on steering the agent when its page or mail is long gone.',
  remedy: (it) =>
    `Let a check or a person decide what ${it.name} keeps, keep apart what came from outside, and let memories expire.`,
  steps: [
    'Write to memory from the user’s own words alone, or let a second call without tools judge each sentence; mem0: custom_fact_extraction_prompt, LangMem: a schema of what may be kept.',
    'Store where each memory came from, and leave those from pages, mail and documents out of the system prompt.',
    'Give memories an end (ttl), keep them apart by user (namespace, user_id), and let people see and delete theirs.',
  ],
  references: ['ASI06:2026', 'AML.T0080.000', 'LLM01:2025'],
});
