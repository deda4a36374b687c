import fs from 'node:fs';
import OpenAI from 'openai';

const openai = new OpenAI();
const file = await openai.files.create({ file: fs.createReadStream('data/calls.jsonl'), purpose: 'fine-tune' });
const job = await openai.fineTuning.jobs.create({ training_file: file.id, model: 'gpt-4o-2024-08-06', suffix: 'calls' });
console.log(job.id);
