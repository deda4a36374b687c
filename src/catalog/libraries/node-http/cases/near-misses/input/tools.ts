import { tool } from 'ai';
import axios from './wood';

export const chop = tool({ description: 'Chop wood', execute: ({ count }) => axios.post(count) });
