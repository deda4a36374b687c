/** Guardrails that stand beside a model in code: validators, rails, scanners, and filters of personal data. */
import { defineLibrary, type Meaning, type Pick } from '../../../kit/define-library.ts';

const guard = (
  of: string | readonly string[],
  service: string,
  filters: Pick | undefined,
  reference: string,
): Meaning => ({
  of,
  asset: {
    kind: 'guardrail',
    facts: { service: { value: service }, ...(filters ? { filters } : {}) },
  },
  links: [{ relation: 'guarded-by', from: 'enclosing', to: 'self' }],
  reference,
});
const scanner = 'llm_guard.input_scanners{,.prompt_injection,.anonymize,.secrets,.toxicity}';

export default defineLibrary({
  id: 'guardrails',
  title: 'Guardrails',
  homepage: 'https://www.guardrailsai.com/docs',
  python: {
    packages: [
      'guardrails-ai',
      'nemoguardrails',
      'llm-guard',
      'presidio-analyzer',
      'presidio-anonymizer',
      'lakera-chainguard',
    ],
    modules: [
      'guardrails',
      'nemoguardrails',
      'llm_guard',
      'presidio_analyzer',
      'presidio_anonymizer',
      'lakera_chainguard',
    ],
    meanings: [
      guard(
        [
          'guardrails{,.guard}.{Guard,AsyncGuard}{,.from_rail,.from_rail_string,.from_pydantic,.from_string,.for_rail,.for_pydantic}',
        ],
        'guardrails-ai',
        undefined,
        'https://www.guardrailsai.com/docs',
      ),
      { of: 'guardrails{,.guard}.{Guard,AsyncGuard}().{use,use_many}', returns: 'receiver' },
      {
        ...guard(
          'nemoguardrails{,.rails}.LLMRails',
          'nemo-guardrails',
          undefined,
          'https://docs.nvidia.com/nemo/guardrails/',
        ),
        yields: 'model-output',
      },
      guard(
        `${scanner}.PromptInjection`,
        'llm-guard',
        { value: 'prompt-attack' },
        'https://llm-guard.com/input_scanners/prompt_injection/',
      ),
      guard(
        [`${scanner}.{Anonymize,Secrets}`, 'presidio_analyzer.AnalyzerEngine'],
        'personal-data-scanner',
        { value: 'personal-data' },
        'https://llm-guard.com/input_scanners/anonymize/',
      ),
      guard(
        `${scanner}.{Toxicity,BanTopics,BanSubstrings}`,
        'llm-guard',
        { value: 'content' },
        'https://llm-guard.com/input_scanners/toxicity/',
      ),
      guard('lakera_chainguard.LakeraChainGuard', 'lakera', { value: 'prompt-attack' }, 'https://docs.lakera.ai'),
    ],
  },
});
