import { tool } from 'ai';

/** A register of letters, and a pattern that is executed. */
const fetch = (letter: string) => letter.toUpperCase();
const pattern = /a+/;

export const letters = tool({ description: 'Look at letters', execute: ({ text }) => [fetch(text), pattern.exec(text)] });
