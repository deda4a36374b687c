import axios from 'axios';
import { tool } from 'ai';
import got from 'got';
import nodeFetch from 'node-fetch';

const api = axios.create({ baseURL: 'https://crm.example.org' });

export const page = tool({ description: 'Fetch a page', execute: async ({ url }) => (await axios.get(url)).data });
export const lead = tool({ description: 'Create a lead', execute: async ({ name }) => api.post('/leads', { name }) });
export const feed = tool({ description: 'Read a feed', execute: async () => got('https://news.example.org/feed').text() });
export const hook = tool({
  description: 'Call a hook',
  execute: async ({ text }) => nodeFetch('https://hooks.example.org', { method: 'POST', body: text }),
});
