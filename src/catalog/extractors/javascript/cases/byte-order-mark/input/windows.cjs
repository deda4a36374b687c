const OpenAI = require("openai");
new OpenAI({ apiKey: process.env.KEY });
