const OpenAI = require('openai');

const client = new OpenAI({ baseURL: process.env.LLM_URL || 'https://api.deepseek.com', apiKey: process.env.DEEPSEEK_KEY });

module.exports.speak = (text) => client.chat.completions.create({ model: 'deepseek-chat', messages: [{ role: 'user', content: text }] });
