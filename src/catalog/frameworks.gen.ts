// Every item of the shelf frameworks/, written by `npm run generate`; change the items instead.
import type { Framework } from '../kit/define-framework.ts';
import euAiAct from './frameworks/eu-ai-act/framework.ts';
import nistAiRmf from './frameworks/nist-ai-rmf/framework.ts';
import owaspAgentic2026 from './frameworks/owasp-agentic-2026/framework.ts';
import owaspLlm2025 from './frameworks/owasp-llm-2025/framework.ts';

export const frameworks: readonly Framework[] = [
  euAiAct,
  nistAiRmf,
  owaspAgentic2026,
  owaspLlm2025,
];
