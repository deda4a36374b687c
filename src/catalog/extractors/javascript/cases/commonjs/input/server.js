'use strict';
const express = require('express');
const { readFileSync, promises: fsp } = require('fs');
const OpenAI = require('openai').default;
const helpers = require('./lib/helpers');
require('dotenv').config();
var vm = require("vm"), app = express();

let client;
function getClient() {
  if (!client) client = new OpenAI({ apiKey: process.env.OPENAI_API_KEY });
  return client;
}

/**
 * Runs what the model wrote.
 * @param {string} text
 */
const evaluate = function (text) {
  return vm.runInNewContext(text, { helpers });
};

app.use(express.json());
app.post('/run', async (req, res, next) => {
  try {
    const completion = await getClient().chat.completions.create({ model: req.body.model, messages: [{ role: 'user', content: req.body.prompt }] });
    completion.choices.forEach(choice => console.log(choice.message));
    res.json({ result: evaluate(completion.choices[0].message.content) });
  } catch (error) {
    next(error);
  }
});

import('./late.mjs').then(({ start, ...others }) => start(others));
exports.version = '1.0';
module.exports = { app, run: evaluate, getClient, nested: { evaluate } };
