import { tool } from 'ai';
import { z } from 'zod';

/** Carried out in the browser, after the user has agreed. */
export const pay = tool({ description: 'Pay an invoice', inputSchema: z.object({ id: z.string() }) });
export const look = tool({ description: 'Look at an invoice', inputSchema: z.object({}), execute: async () => 'paid' });
