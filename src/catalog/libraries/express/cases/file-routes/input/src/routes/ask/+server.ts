import { json } from '@sveltejs/kit';

export const GET = async ({ url }) => json({ path: url.pathname });
