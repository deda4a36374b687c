import { tool } from 'ai';
import { format } from 'date-fns';
import { transmute } from 'mystery';
import { z } from 'zod';

export const day = tool({
  description: 'Write a day out',
  inputSchema: z.object({ at: z.string() }),
  execute: ({ at }) => format(new Date(at), 'PPPP'),
});
export const strange = tool({ description: 'Do something', execute: ({ text }) => transmute(text) });
