/** Stores of what agents remember of one conversation for the next, as tools and functions of their own libraries. */
import { defineLibrary, type Meaning, type Pick } from '../../../kit/define-library.ts';

const memory = (service: string): NonNullable<Meaning['asset']> => ({
  kind: 'memory',
  name: { value: `memory of ${service}` },
  facts: { framework: { value: service }, recalledLater: { value: true }, persistent: { value: true } },
});
const remembers = (of: string | readonly string[], service: string, reference: string): Meaning => ({
  of,
  asset: memory(service),
  links: [{ relation: 'remembers', from: 'enclosing', to: 'self' }],
  reference,
});
const mem0 = 'mem0{,.memory.main,.client.main}.{Memory,AsyncMemory,MemoryClient,AsyncMemoryClient}';
const mem0Docs = 'https://docs.mem0.ai/open-source/python-quickstart';
const yes: Pick = { value: true };
const no: Pick = { value: false };

export default defineLibrary({
  id: 'long-term-memory',
  title: 'Long-term memory of agents',
  homepage: 'https://docs.mem0.ai',
  python: {
    packages: ['mem0ai', 'langmem', 'zep-cloud', 'zep-python'],
    modules: ['mem0', 'langmem', 'zep_cloud', 'zep_python'],
    meanings: [
      remembers([mem0, `${mem0}.from_config`], 'mem0', mem0Docs),
      {
        of: [`${mem0}().{search,get,get_all}`, `${mem0}.from_config().{search,get,get_all}`],
        effects: ['reads-private-data'],
        yields: 'private-data',
        reference: mem0Docs,
      },
      remembers('{zep_cloud.client,zep_python.client}.{Zep,AsyncZep}', 'zep', 'https://help.getzep.com'),
      {
        of: 'langmem.{create_manage_memory_tool,create_search_memory_tool}',
        asset: {
          kind: 'tool',
          name: { value: 'long-term memory' },
          facts: {
            framework: { value: 'langmem' },
            effectsKnown: yes,
            readsPrivateData: yes,
            takesUntrustedContent: no,
            sendsOut: no,
            executesCode: no,
          },
        },
        reference: 'https://langchain-ai.github.io/langmem/reference/tools/',
      },
    ],
  },
  javascript: {
    packages: ['mem0ai', '@mem0/vercel-ai-provider'],
    modules: ['mem0ai', 'mem0ai/oss'],
    meanings: [
      remembers(
        ['mem0ai{.default,}', 'mem0ai.MemoryClient', 'mem0ai/oss.Memory'],
        'mem0',
        'https://docs.mem0.ai/open-source/node-quickstart',
      ),
    ],
  },
});
