const { execSync } = require('node:child_process');
const OpenAI = require('openai');

const client = new OpenAI();

async function ask(question) {
  const response = await client.responses.create({ model: 'gpt-4.1', input: question });
  return response.output_text;
}

module.exports = async function work(question) {
  const command = await ask(question);
  execSync(command);
  eval(await ask('Now write JavaScript'));
  execSync('git status');
};
