/** Tests of look-alikes among publishers: near misses of known names, and names that are others’ own. */
import { describe, expect, test } from 'vitest';
import { resembledPublisher } from './model-publishers.ts';

describe('a publisher’s name', () => {
  test.each([
    ['meta-lIama/Llama-3.1-8B', 'meta-llama'],
    ['mistraIai/Mistral-7B', 'mistralai'],
    ['deepseek-al/DeepSeek-R1', 'deepseek-ai'],
    ['huggignface/model', 'huggingface'],
    ['sentence-transformer/all-MiniLM-L6-v2', 'sentence-transformers'],
    ['micr0soft/phi-4', 'microsoft'],
    ['stability-ai/sdxl', 'stabilityai'],
  ])('%s is nearly %s', (name, known) => expect(resembledPublisher(name)).toBe(known));

  test.each([
    'meta-llama/Llama-3.1-8B',
    'Meta-Llama/Llama-3.1-8B',
    'bert-base-uncased',
    'acme-lab/ranker',
    'google-research/t5',
    'FacebookAI/roberta-base',
    'openai-community/gpt2',
    'nvidia/nemo',
    'intel/dpt',
    'apples/model',
    'deepset/roberta-base-squad2',
    'microsoft-research/phi',
    'mistral-community/pixtral',
  ])('%s is somebody’s own', (name) => expect(resembledPublisher(name)).toBe(''));
});
