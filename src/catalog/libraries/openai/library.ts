/** OpenAI’s own client: chat completions, responses, embeddings, images, audio, assistants, and the same calls to compatible servers. */
import { defineLibrary } from '../../../kit/define-library.ts';
import { calls } from './calls.ts';
import { clients } from './clients.ts';

const meanings = [...calls, ...clients];

export default defineLibrary({
  id: 'openai',
  title: 'OpenAI',
  homepage: 'https://platform.openai.com/docs',
  python: { packages: ['openai'], modules: ['openai'], meanings, aliases: { 'openai.lib.azure': 'openai' } },
  javascript: { packages: ['openai'], modules: ['openai'], meanings },
});
