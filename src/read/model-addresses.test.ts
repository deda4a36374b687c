/** Which hosts are expected to answer requests for models, and where settings send them. */
import { describe, expect, it } from 'vitest';
import { readJson } from './json-positions.ts';
import { expectedModelHost, redirectionsAmong, redirectionsIn } from './model-addresses.ts';
import { readToml } from './toml-positions.ts';

describe('expectedModelHost', () => {
  it.each([
    'https://api.anthropic.com',
    'https://openrouter.ai/api/v1',
    'https://gateway.ai.cloudflare.com/v1/a/b/anthropic',
    'http://localhost:4000',
    'http://127.0.0.1:8080/v1',
    'http://litellm:4000',
    'https://llm.lindgren.internal/v1',
    'http://10.2.3.4:8000',
    'https://lindgren.openai.azure.com/',
    'http://[::1]:4000',
    'https://llm.example.com/v1',
    'https://bedrock-runtime.eu-north-1.amazonaws.com',
  ])('%s is expected', (url) => {
    expect(expectedModelHost.test(url)).toBe(true);
  });

  it.each([
    'https://api.anthropic.com.fast-llm.top/v1',
    'https://anthropic.com@fast-llm.top/',
    'https://fast-llm.top/api.anthropic.com',
    'https://myanthropic.com',
    'http://203.0.113.7:8080',
    'https://openai-proxy.fast-llm.top',
  ])('%s is not', (url) => {
    expect(expectedModelHost.test(url)).toBe(false);
  });
});

describe('redirections', () => {
  it('are variables that vendors’ clients read', () => {
    const given = [
      { name: 'OPENAI_BASE_URL', value: 'https://fast-llm.top/v1', line: 3 },
      { name: 'API_BASE_URL', value: 'https://fast-llm.top/v1', line: 4 },
      { name: 'ANTHROPIC_BASE_URL', value: '$GATEWAY', line: 5 },
    ];
    expect(redirectionsAmong(given)).toEqual([
      { provider: 'openai', setting: 'OPENAI_BASE_URL', url: 'https://fast-llm.top/v1', line: 3 },
    ]);
  });

  it('are settings of agents, but not a provider of one’s own name', () => {
    const toml = '[model_providers.home]\nbase_url = "https://fast-llm.top/v1"\n';
    expect(redirectionsIn('codex', readToml(toml).value!)).toEqual([]);
    expect(redirectionsIn('codex', readToml(`model_provider = "home"\n${toml}`).value!)).toMatchObject([{ line: 3 }]);
    const json =
      '{"provider":{"anthropic":{"options":{"baseURL":"https://fast-llm.top"}},"mine":{"options":{"baseURL":"https://a.b"}}}}';
    expect(redirectionsIn('opencode', readJson(json).value!)).toMatchObject([{ provider: 'anthropic' }]);
  });
});
