/** ISO/IEC 42001: the controls of its Annex A, and the objectives that give evidence for them. */

import { defineFramework } from '../../../kit/define-framework.ts';

export default defineFramework({
  id: 'iso-42001',
  title: 'ISO/IEC 42001, Annex A',
  edition: '2023',
  source: 'https://www.iso.org/standard/81230.html',
  licence: 'ids only; names are paraphrases',
  controls: [
    {
      id: 'A.2.2',
      name: 'AI policy written and communicated',
      manual: 'Writing and communicating a policy is work of management',
    },
    {
      id: 'A.2.3',
      name: 'AI policy fits the other policies',
      manual: 'Whether policies fit each other is read by people',
    },
    { id: 'A.2.4', name: 'AI policy reviewed at intervals', manual: 'A review of the policy is a calendar and a role' },
    { id: 'A.3.2', name: 'AI roles and duties assigned', objectives: ['owner-named', 'oversight-assigned'] },
    {
      id: 'A.3.3',
      name: 'Channel for raising AI concerns',
      manual: 'A channel for concerns is work of the organisation',
    },
    {
      id: 'A.4.2',
      name: 'Resources of each AI system recorded (inventory)',
      objectives: ['inventory-approved', 'components-identified'],
    },
    { id: 'A.4.3', name: 'Data resources recorded', objectives: ['data-provenance-recorded'] },
    { id: 'A.4.4', name: 'Tooling recorded', objectives: ['components-identified'] },
    { id: 'A.4.5', name: 'Compute and system resources recorded', objectives: ['inventory-approved'] },
    { id: 'A.4.6', name: 'People and skills recorded', manual: 'Skills of people are not seen in systems' },
    {
      id: 'A.5.2',
      name: 'Impact assessment process',
      manual: 'A process of impact assessment is work of the organisation',
    },
    {
      id: 'A.5.3',
      name: 'Impact assessments kept on record',
      manual: 'Records of impact assessments lie outside what is scanned',
    },
    { id: 'A.5.4', name: 'Impact on people and groups', manual: 'Impact on people is judged by people' },
    { id: 'A.5.5', name: 'Impact on society', manual: 'Impact on society is judged by people' },
    { id: 'A.6.1.2', name: 'Goals for responsible development', manual: 'Goals of development are set by people' },
    {
      id: 'A.6.1.3',
      name: 'Process for responsible design and build',
      manual: 'A process of design is work of the organisation',
    },
    { id: 'A.6.2.2', name: 'Requirements and specification', objectives: ['purpose-recorded'] },
    { id: 'A.6.2.3', name: 'Design and build records', objectives: ['model-documented'] },
    {
      id: 'A.6.2.4',
      name: 'Verification and validation',
      objectives: ['evaluation-recorded', 'prompt-injection-resisted', 'model-verified'],
    },
    {
      id: 'A.6.2.5',
      name: 'Deployment plan and gate',
      objectives: [
        'evaluation-recorded',
        'exposure-intended',
        'secret-kept-out-of-code',
        'workload-least-privilege',
        'endpoint-authenticated',
      ],
    },
    {
      id: 'A.6.2.6',
      name: 'Operation and monitoring',
      objectives: ['production-monitored', 'dependency-patched', 'service-patched'],
    },
    { id: 'A.6.2.7', name: 'Technical documentation', objectives: ['model-documented', 'purpose-recorded'] },
    {
      id: 'A.6.2.8',
      name: 'Event logging',
      objectives: ['invocation-logged', 'agent-actions-logged', 'log-retention-set'],
    },
    {
      id: 'A.7.2',
      name: 'Data management for development',
      objectives: ['training-data-protected', 'storage-private', 'training-data-depersonalised'],
    },
    { id: 'A.7.3', name: 'How data is acquired', objectives: ['data-provenance-recorded'] },
    { id: 'A.7.4', name: 'Data quality', objectives: ['dataset-screened'] },
    { id: 'A.7.5', name: 'Data provenance', objectives: ['data-provenance-recorded'] },
    { id: 'A.7.6', name: 'Data preparation', manual: 'How data was prepared is described by those who did it' },
    { id: 'A.8.2', name: 'User-facing documentation', manual: 'Documentation for users is read by people' },
    {
      id: 'A.8.3',
      name: 'External reporting of adverse effects',
      manual: 'A way for outsiders to report harm is work of the organisation',
    },
    { id: 'A.8.4', name: 'Incident communication', manual: 'Communication of incidents is a process of people' },
    {
      id: 'A.8.5',
      name: 'Information duties to other parties',
      manual: 'Duties to inform others follow from law and contracts',
    },
    { id: 'A.9.2', name: 'Process for responsible use', objectives: ['human-approval', 'oversight-assigned'] },
    { id: 'A.9.3', name: 'Goals for responsible use', manual: 'Goals of use are set by people' },
    {
      id: 'A.9.4',
      name: 'Use stays within intended purpose',
      objectives: ['purpose-recorded', 'guardrail-attached', 'tool-least-privilege'],
    },
    { id: 'A.10.2', name: 'Split of responsibilities', manual: 'Responsibilities are split in contracts' },
    {
      id: 'A.10.3',
      name: 'Supplier management',
      objectives: ['model-publisher-known', 'dependency-genuine', 'mcp-package-pinned', 'model-pinned'],
    },
    { id: 'A.10.4', name: 'Customer duties', manual: 'Duties to customers follow from contracts' },
  ],
});
