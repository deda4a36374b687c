/**
 * The EU AI Act, Regulation (EU) 2024/1689: its articles with duties, and the objectives that give evidence for them;
 * which role an organisation has and whether a system is high-risk are legal questions that no finding answers.
 */

import { type Control, defineFramework } from '../../../kit/define-framework.ts';

/** What Art. 15(5) calls cybersecurity: chosen one by one, so that a new objective joins by decision only. */
const security = [
  'dependency-patched',
  'service-patched',
  'endpoint-authenticated',
  'vector-store-authenticated',
  'management-interface-closed',
  'origin-restricted',
  'exposure-intended',
  'transport-encrypted',
  'secret-kept-out-of-code',
  'workload-least-privilege',
  'remote-code-refused',
  'model-format-safe',
  'model-artifact-inert',
  'model-verified',
  'prompt-injection-resisted',
  'guardrail-attached',
  'model-output-contained',
  'sandbox-enforced',
] as const;

/** When an article applies and to whom; the omnibus of 2026 moved the dates of high-risk systems, so they are data. */
interface Dated {
  readonly appliesFrom: string;
  readonly addressee: string;
}

const articles = [
  {
    id: 'Art. 4',
    name: 'AI literacy of staff',
    appliesFrom: '2025-02-02',
    addressee: 'both',
    manual: 'Literacy of staff',
  },
  {
    id: 'Art. 5',
    name: 'Prohibited practices',
    appliesFrom: '2025-02-02',
    addressee: 'both',
    manual: 'Whether a practice is prohibited is a legal judgement about its use',
  },
  {
    id: 'Art. 9',
    name: 'Risk management system',
    appliesFrom: '2027-12-02',
    addressee: 'provider of a high-risk system',
    manual: 'A process over the whole life of the system; findings and forecasts are evidence for it',
  },
  {
    id: 'Art. 10',
    name: 'Data and data governance',
    appliesFrom: '2027-12-02',
    addressee: 'provider of a high-risk system',
    objectives: [
      'data-provenance-recorded',
      'dataset-screened',
      'training-data-depersonalised',
      'training-data-protected',
    ],
  },
  {
    id: 'Art. 11',
    name: 'Technical documentation (Annex IV)',
    appliesFrom: '2027-12-02',
    addressee: 'provider of a high-risk system',
    objectives: ['components-identified', 'purpose-recorded', 'model-documented', 'evaluation-recorded'],
  },
  {
    id: 'Art. 12',
    name: 'Automatic event logging',
    appliesFrom: '2027-12-02',
    addressee: 'provider of a high-risk system',
    objectives: ['invocation-logged', 'agent-actions-logged'],
  },
  {
    id: 'Art. 13',
    name: 'Instructions and transparency to deployers',
    appliesFrom: '2027-12-02',
    addressee: 'provider of a high-risk system',
    objectives: ['model-documented'],
  },
  {
    id: 'Art. 14',
    name: 'Human oversight',
    appliesFrom: '2027-12-02',
    addressee: 'provider of a high-risk system',
    objectives: ['oversight-assigned', 'human-approval', 'deactivation-provided'],
  },
  {
    id: 'Art. 15',
    name: 'Accuracy, robustness and cybersecurity',
    appliesFrom: '2027-12-02',
    addressee: 'provider of a high-risk system',
    objectives: [...security, 'training-data-protected', 'evaluation-recorded', 'availability-redundant'],
  },
  {
    id: 'Art. 16',
    name: 'Provider obligations',
    appliesFrom: '2027-12-02',
    addressee: 'provider of a high-risk system',
    manual: 'The sum of the other duties of a provider',
  },
  {
    id: 'Art. 17',
    name: 'Quality management system',
    appliesFrom: '2027-12-02',
    addressee: 'provider of a high-risk system',
    manual: 'A quality management system is a set of procedures',
  },
  {
    id: 'Art. 18',
    name: 'Documents kept 10 years',
    appliesFrom: '2027-12-02',
    addressee: 'provider of a high-risk system',
    manual: 'Archive of documents',
  },
  {
    id: 'Art. 19',
    name: 'Logs kept at least 6 months',
    appliesFrom: '2027-12-02',
    addressee: 'provider of a high-risk system',
    objectives: ['log-retention-set', 'invocation-logged'],
  },
  {
    id: 'Art. 20',
    name: 'Corrective action',
    appliesFrom: '2027-12-02',
    addressee: 'provider of a high-risk system',
    manual: 'Corrective action after the fact; the history of findings is evidence for it',
  },
  {
    id: 'Art. 25',
    name: 'Responsibilities along the value chain',
    appliesFrom: '2027-12-02',
    addressee: 'all',
    manual: 'Division of duties by contract',
  },
  {
    id: 'Art. 26',
    name: 'Deployer obligations (use per instructions, oversight, monitoring, logs 6 months)',
    appliesFrom: '2027-12-02',
    addressee: 'deployer of a high-risk system',
    objectives: [
      'oversight-assigned',
      'owner-named',
      'purpose-recorded',
      'production-monitored',
      'invocation-logged',
      'log-retention-set',
    ],
  },
  {
    id: 'Art. 27',
    name: 'Fundamental rights impact assessment',
    appliesFrom: '2027-12-02',
    addressee: 'deployer of a high-risk system',
    manual: 'An assessment of impact on people',
  },
  {
    id: 'Art. 43',
    name: 'Conformity assessment',
    appliesFrom: '2027-12-02',
    addressee: 'provider of a high-risk system',
    manual: 'A procedure with a notified body or of internal control',
  },
  {
    id: 'Art. 47',
    name: 'EU declaration of conformity',
    appliesFrom: '2027-12-02',
    addressee: 'provider of a high-risk system',
    manual: 'A declaration',
  },
  {
    id: 'Art. 49',
    name: 'Registration in the EU database',
    appliesFrom: '2027-12-02',
    addressee: 'both',
    manual: 'A registration',
  },
  {
    id: 'Art. 50',
    name: 'Transparency (chatbots, synthetic content, deepfakes)',
    appliesFrom: '2026-08-02',
    addressee: 'both',
    objectives: ['synthetic-content-marked'],
  },
  {
    id: 'Art. 51',
    name: 'Classification of GPAI with systemic risk',
    appliesFrom: '2025-08-02',
    addressee: 'GPAI',
    manual: 'A classification by the Commission or by training compute that only the provider knows',
  },
  {
    id: 'Art. 53',
    name: 'GPAI provider documentation, copyright policy, training summary',
    appliesFrom: '2025-08-02',
    addressee: 'GPAI',
    objectives: ['model-documented', 'data-provenance-recorded', 'evaluation-recorded'],
  },
  {
    id: 'Art. 54',
    name: 'Authorised representative',
    appliesFrom: '2025-08-02',
    addressee: 'GPAI',
    manual: 'A mandate to a representative',
  },
  {
    id: 'Art. 55',
    name: 'Systemic-risk GPAI: evaluation, adversarial tests, incidents, cybersecurity',
    appliesFrom: '2025-08-02',
    addressee: 'GPAI',
    objectives: [
      'evaluation-recorded',
      'prompt-injection-resisted',
      'storage-private',
      'workload-least-privilege',
      'training-data-protected',
    ],
  },
  {
    id: 'Art. 71',
    name: 'EU database',
    appliesFrom: '2027-12-02',
    addressee: 'authority',
    manual: 'A duty of the authority',
  },
  {
    id: 'Art. 72',
    name: 'Post-market monitoring',
    appliesFrom: '2027-12-02',
    addressee: 'provider of a high-risk system',
    objectives: ['production-monitored'],
  },
  {
    id: 'Art. 73',
    name: 'Serious incident reports (15 / 10 / 2 days)',
    appliesFrom: '2027-12-02',
    addressee: 'provider of a high-risk system',
    manual: 'A report to an authority',
  },
  {
    id: 'Art. 99',
    name: 'Penalties (35M/7%, 15M/3%, 7.5M/1%)',
    appliesFrom: '2025-08-02',
    addressee: 'all',
    manual: 'Penalties are not a control',
  },
] as const satisfies readonly (Control & Dated)[];

export default defineFramework({
  id: 'eu-ai-act',
  title: 'EU AI Act, Regulation (EU) 2024/1689',
  edition: 'with the Digital Omnibus on AI (adopted 2026-06)',
  source: 'https://eur-lex.europa.eu/eli/reg/2024/1689/oj',
  licence: 'EU law, reusable; names are paraphrases',
  controls: articles,
});
