/** A configuration entry can do what the server does that it starts, less what its arguments switch off. */
import { defineDerivation } from '../../../kit/define-derivation.ts';

const copied = ['readsPrivateData', 'takesUntrustedContent', 'sendsOut', 'executesCode', 'effectsKnown'] as const;

/** Servers for databases and code hosts agree on this word. */
const readOnly = /^--read-?only(?:=true)?$/i;

export default defineDerivation({
  id: 'effects-of-configured-server',
  title: 'A configured MCP server can do what the server can do',
  when: {
    variables: { entry: 'mcp-server-configuration', server: 'mcp-server-definition' },
    edges: [{ from: 'entry', relation: 'configures', to: 'server' }],
  },
  conclude: ({ bound }, snapshot) => {
    const args = snapshot.fact(bound.entry!, 'arguments')?.value;
    const isReadOnly = Array.isArray(args) && args.some((word) => readOnly.test(String(word)));
    const note = 'it starts or reaches a server that can';
    return [
      ...copied.map((fact) => ({ fact, of: 'entry', copyFrom: ['server', fact] as const, note })),
      isReadOnly
        ? { fact: 'changesState', of: 'entry', value: false, note: 'its arguments say that it only reads' }
        : { fact: 'changesState', of: 'entry', copyFrom: ['server', 'changesState'] as const, note },
    ];
  },
});
