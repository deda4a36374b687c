/** Instructor: answers in a given shape, from the client that it is laid around. */
import { defineLibrary } from '../../../kit/define-library.ts';
import { remoteModel } from '../../../kit/remote-model.ts';

const reference = 'https://python.useinstructor.com/integrations/';
const made = 'instructor{,.auto_client}.from_provider';

export default defineLibrary({
  id: 'instructor',
  title: 'Instructor',
  homepage: 'https://python.useinstructor.com',
  python: {
    packages: ['instructor'],
    modules: ['instructor'],
    meanings: [
      // The client is the same as before.
      {
        of: 'instructor{,.client}.{from_openai,from_anthropic,from_gemini,from_genai,from_groq,from_mistral,from_cohere,from_bedrock,from_fireworks,from_cerebras,from_vertexai,patch,apatch}',
        returns: { at: 0, named: ['client'] },
        reference,
      },
      {
        of: made,
        asset: remoteModel(undefined, { at: 0, named: ['model'], matching: /^(?!ollama\/)[\w-]+\/.+$/ }),
        links: [{ relation: 'invokes', from: 'enclosing', to: 'self' }],
        reference: 'https://python.useinstructor.com/concepts/from_provider/',
      },
      {
        of: `${made}().{create,create_partial,create_iterable,chat.completions.create,messages.create}`,
        yields: 'model-output',
        sink: { kind: 'prompt', value: { named: ['messages'] } },
        reference: 'https://python.useinstructor.com/concepts/from_provider/',
      },
    ],
  },
  javascript: {
    packages: ['@instructor-ai/instructor'],
    modules: ['@instructor-ai/instructor'],
    meanings: [
      {
        of: '@instructor-ai/instructor{,.default}',
        returns: { named: ['client'] },
        reference: 'https://js.useinstructor.com',
      },
    ],
  },
});
