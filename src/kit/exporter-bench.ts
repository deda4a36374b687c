/** The bench for exporters: one invented report that has something of everything, rendered and held against a golden file. */
import { type Report, reportSchema } from '../domain/report.ts';

import type { Exporter, ExportOptions } from './define-exporter.ts';

export { reportSchema } from '../domain/report.ts';

const place = (path: string, line: number, note?: string) => ({ path, line, ...(note ? { note } : {}) });
const declared = { how: 'declared', confidence: 0.95 } as const;

/** A support bot that mails what strangers tell it to, a model loaded by a movable name, and a file nobody could read. */
export const sampleReport: Report = reportSchema.parse({
  schemaVersion: '1.0',
  tool: { name: 'isobar', version: '0.1.0' },
  target: {
    path: 'support-bot',
    source: 'github.com/acme/support-bot',
    remote: 'github.com/acme/support-bot',
    commit: '0123456789abcdef0123456789abcdef01234567',
  },
  startedAt: '2026-01-02T03:04:05.000Z',
  finishedAt: '2026-01-02T03:04:06.250Z',
  systems: [{ id: 'system-1', name: 'support-bot', environment: 'production', stage: 'deployed' }],
  assets: [
    {
      id: 'agent-1',
      kind: 'agent',
      layer: 'agentic',
      name: 'triage',
      systems: ['system-1'],
      identifiers: [{ scheme: 'symbol', value: 'src/agent.py#triage' }],
      facts: { autonomous: { value: true, ...declared, seen: [place('src/agent.py', 12)] } },
      unknown: [{ fact: 'approval', why: 'the value comes from a call that was not followed' }],
      seen: [{ ...place('src/agent.py', 12), ...declared }],
    },
    {
      id: 'tool-1',
      kind: 'tool',
      layer: 'agentic',
      name: 'read_ticket',
      systems: ['system-1'],
      facts: { takesUntrustedContent: { value: true, ...declared, seen: [place('src/tools.py', 8)] } },
      seen: [{ ...place('src/tools.py', 5), ...declared }],
    },
    {
      id: 'tool-2',
      kind: 'tool',
      layer: 'agentic',
      name: 'send_mail',
      systems: ['system-1'],
      facts: { sendsOut: { value: true, ...declared, seen: [place('src/tools.py', 31)] } },
      seen: [{ ...place('src/tools.py', 28), ...declared }],
    },
    {
      id: 'model-1',
      kind: 'model',
      layer: 'model',
      name: 'acme/rank <small> & "fast"',
      systems: ['system-1'],
      facts: { source: { value: 'hub', ...declared, seen: [place('src/my model.py', 3)] } },
      seen: [{ ...place('src/my model.py', 3), ...declared }],
    },
    {
      id: 'app-1',
      kind: 'ai-application',
      layer: 'application',
      name: 'support-bot',
      systems: ['system-1'],
      facts: {},
      seen: [{ ...place('pyproject.toml', 0), ...declared }],
    },
    {
      id: 'repository-1',
      kind: 'repository',
      layer: 'foundation',
      name: 'acme/support-bot',
      systems: [],
      facts: {},
      seen: [],
    },
  ],
  relations: [
    { from: 'agent-1', to: 'tool-1', kind: 'uses-tool', ...declared, seen: [place('src/agent.py', 14)] },
    { from: 'agent-1', to: 'tool-2', kind: 'uses-tool', ...declared, seen: [place('src/agent.py', 14)] },
  ],
  findings: [
    {
      id: 'finding-1',
      detector: 'tool-without-approval',
      objective: 'human-approval',
      category: 'agentic',
      severity: 'high',
      outcome: 'fail',
      asset: 'tool-2',
      systems: ['system-1'],
      message: 'Tool send_mail sends data out and nobody is asked first.',
      evidence: [place('src/tools.py', 28, 'defined here'), place('src/agent.py', 14, 'given to the agent here')],
      confidence: 0.9,
      remedy: 'Ask a person before send_mail runs.',
      references: ['ASI02', 'https://example.org/approval'],
    },
    {
      id: 'finding-2',
      detector: 'model-unpinned',
      objective: 'model-pinned',
      category: 'model-integrity',
      severity: 'medium',
      outcome: 'fail',
      asset: 'model-1',
      systems: ['system-1'],
      message: 'Model acme/rank is loaded by a name that its owner can move.',
      evidence: [place('src/my model.py', 3)],
      remedy: 'Name a commit as the revision.',
      references: [],
    },
    {
      id: 'finding-3',
      detector: 'tool-without-approval',
      objective: 'human-approval',
      category: 'agentic',
      severity: 'high',
      outcome: 'unknown',
      asset: 'tool-1',
      systems: ['system-1'],
      message: 'Whether anybody is asked before read_ticket runs is not known.',
      evidence: [],
      missing: 'approval was not observed',
      remedy: 'Ask a person before read_ticket runs.',
      references: [],
    },
  ],
  forecasts: [
    {
      id: 'forecast-1',
      level: 'warning',
      correlation: 'stranger-steers-mail',
      references: ['T35', 'LLM01'],
      systems: ['system-1'],
      score: 72.4,
      factors: [
        { name: 'attempt', side: 'likelihood', value: 0.9, why: 'anyone can write a ticket' },
        { name: 'sensitivity', side: 'impact', value: 0.8, why: 'tickets hold personal data' },
      ],
      sentence:
        'Whoever writes a ticket can make agent triage mail what it knows to an address of their choice through tool send_mail.',
      conditions: [
        {
          id: 'untrusted',
          state: 'true',
          says: 'read_ticket brings in content that strangers write',
          evidence: [place('src/tools.py', 8)],
        },
        {
          id: 'unasked',
          state: 'true',
          says: 'send_mail runs without approval',
          evidence: [place('src/agent.py', 14)],
        },
      ],
      hops: [
        { from: 'agent-1', relation: 'uses-tool', to: 'tool-1', evidence: [place('src/agent.py', 14)] },
        { from: 'agent-1', relation: 'uses-tool', to: 'tool-2', evidence: [place('src/agent.py', 14)] },
      ],
      findings: ['finding-1'],
      fixFirst: {
        remediation: 'require-approval',
        asset: 'tool-2',
        does: 'Ask a person before send_mail runs',
        place: place('src/tools.py', 28),
        ends: ['forecast-1'],
      },
    },
    {
      id: 'forecast-2',
      level: 'watch',
      correlation: 'moved-model-runs-code',
      references: [],
      systems: ['system-1'],
      score: 40,
      factors: [],
      sentence: 'Whoever controls acme/rank can run code in support-bot.',
      conditions: [
        { id: 'unpinned', state: 'true', says: 'acme/rank is not pinned', evidence: [place('src/my model.py', 3)] },
        {
          id: 'remote-code',
          state: 'false',
          says: 'loading it runs its code',
          evidence: [],
          flip: 'trust_remote_code is switched on',
        },
      ],
      hops: [],
      findings: ['finding-2'],
      missing: 'trust_remote_code is switched on',
    },
  ],
  coverage: {
    files: { seen: 14, read: 9, understood: 8, skipped: 1, bytes: 48_213 },
    detectors: [
      {
        detector: 'tool-without-approval',
        objective: 'human-approval',
        title: 'Tool acts without approval',
        why: 'A tool that acts unasked does whatever the model was talked into.',
        about: ['tool', 'mcp-tool'],
        pass: 0,
        fail: 1,
        unknown: 1,
        notApplicable: 0,
      },
      {
        detector: 'model-unpinned',
        objective: 'model-pinned',
        title: 'Model is not pinned',
        pass: 2,
        fail: 1,
        unknown: 0,
        notApplicable: 3,
      },
    ],
    excluded: [{ what: 'installed packages', why: 'the manifest and the lock file say what is installed', count: 2 }],
    frameworks: [
      {
        framework: 'owasp-llm-2025',
        edition: '2025',
        controls: [
          {
            id: 'LLM01',
            name: 'Prompt injection',
            state: 'not-met',
            why: 'human-approval fails',
            findings: ['finding-1'],
          },
          {
            id: 'LLM02',
            name: 'Sensitive information disclosure',
            state: 'not-assessed',
            why: 'nothing was asked',
            findings: [],
          },
        ],
      },
    ],
  },
  notSeen: [{ what: 'models/rank.pkl', scope: 'file', why: 'permission denied' }],
} satisfies Report);

const [mailWarning, modelWatch] = sampleReport.forecasts as [Report['forecasts'][number], Report['forecasts'][number]];
const [unasked, unpinned, unanswered] = sampleReport.findings as [
  Report['findings'][number],
  Report['findings'][number],
  Report['findings'][number],
];
const accepted = { owner: 'mira@acme.example', reason: 'the hub account is ours', expires: '2026-06-30' } as const;

/** The same estate as one of a row of scans: something new, gone and accepted, and a configuration that left things out. */
export const standingReport: Report = reportSchema.parse({
  ...sampleReport,
  systems: sampleReport.systems.map((one) => ({
    ...one,
    ...{ declared: true, owner: '@acme/support', purpose: 'answers customers', riskTier: 'limited' },
  })),
  findings: [
    {
      ...unasked,
      state: '0123456789ab',
      life: 're-opened',
      waiverEnded: { ...accepted, expires: '2025-12-31', why: 'expired' },
    },
    { ...unpinned, state: '123456789abc', life: 'known', waived: accepted },
    unanswered,
  ],
  forecasts: [
    { ...mailWarning, state: '23456789abcd', life: 'new' },
    { ...modelWatch, state: '3456789abcde', life: 'known', baseline: true, waived: accepted },
  ],
  configuration: {
    file: 'isobar.yaml',
    from: 'tree',
    exclude: ['docs/', '*.bak'],
    detectorsOff: [{ detector: 'endpoint-open', reason: 'the platform team scans the network' }],
    severities: [{ detector: 'model-unpinned', severity: 'medium', reason: 'we mirror the hub' }],
    waivers: [
      { id: 'finding-0123456789abcdef', ...accepted, state: 'holds' },
      { id: 'finding-1123456789abcdef', ...accepted, expires: '2025-12-31', state: 'expired' },
    ],
    notApplied: [{ what: 'outputs', why: 'a scanned folder does not decide where files are written' }],
  },
  history: {
    run: 'run-2',
    previous: { run: 'run-1', startedAt: '2026-01-01T02:03:04.000Z' },
    gone: [
      {
        id: 'finding-8',
        what: 'finding',
        life: 'resolved',
        gravity: 'high',
        says: 'A key stood in src/agent.py. It does not.',
      },
      {
        id: 'forecast-9',
        what: 'forecast',
        life: 'stale',
        gravity: 'watch',
        says: 'Whoever can write to rank.pkl runs code.',
      },
    ],
  },
  baseline: { at: '2026-01-01T02:03:04.000Z', source: 'github.com/acme/support-bot', isSameSource: true, gone: 2 },
  since: {
    ref: 'main',
    commit: '89abcdef0123456789abcdef0123456789abcdef',
    changed: 2,
    findings: 4,
    forecasts: 1,
    isCompared: false,
  },
} satisfies Report);

/** A report of a folder in which nothing was found. */
export const emptyReport: Report = reportSchema.parse({
  ...sampleReport,
  target: { path: 'empty', source: 'local:empty' },
  systems: [],
  assets: [],
  relations: [],
  findings: [],
  forecasts: [],
  coverage: { files: { seen: 0, read: 0, understood: 0, skipped: 0, bytes: 0 }, detectors: [], frameworks: [] },
  notSeen: [],
} satisfies Report);

/** Renders a report as one text. */
export const renderWhole = (exporter: Exporter, report: Report, options: Partial<ExportOptions> = {}): string =>
  [...exporter.render(report, { columns: 100, color: false, verbose: false, ...options })].join('');
