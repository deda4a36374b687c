import { GoogleGenAI } from '@google/genai';
import { GoogleGenerativeAI } from '@google/generative-ai';

const ai = new GoogleGenAI({ apiKey: process.env.GEMINI_API_KEY });
const old = new GoogleGenerativeAI(process.env.GEMINI_API_KEY!).getGenerativeModel({ model: 'gemini-1.5-flash' });

export const ask = (contents: string) => ai.models.generateContent({ model: 'gemini-2.5-pro', contents });
export const older = (contents: string) => old.generateContent(contents);
