// Every item of the shelf frameworks/, written by `npm run generate`; change the items instead.
import type { Framework } from '../kit/define-framework.ts';
import euAiAct from './frameworks/eu-ai-act/framework.ts';
import iso42001 from './frameworks/iso-42001/framework.ts';
import mitreAtlas from './frameworks/mitre-atlas/framework.ts';
import nistAiRmf from './frameworks/nist-ai-rmf/framework.ts';
import owaspAgentic2026 from './frameworks/owasp-agentic-2026/framework.ts';
import owaspLlm2025 from './frameworks/owasp-llm-2025/framework.ts';

export const frameworks: readonly Framework[] = [
  euAiAct,
  iso42001,
  mitreAtlas,
  nistAiRmf,
  owaspAgentic2026,
  owaspLlm2025,
];
