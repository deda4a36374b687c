/** The control objectives keep their promises: every signal has a home, every objective is wanted by a framework. */
import { describe, expect, it } from 'vitest';
import euAiAct from '../../src/catalog/frameworks/eu-ai-act/framework.ts';
import nistAiRmf from '../../src/catalog/frameworks/nist-ai-rmf/framework.ts';
import owaspAgentic from '../../src/catalog/frameworks/owasp-agentic-2026/framework.ts';
import owaspLlm from '../../src/catalog/frameworks/owasp-llm-2025/framework.ts';
import { type Objective, type ObjectiveId, objectives } from '../../src/domain/objectives.ts';

const entries = Object.entries(objectives) as [ObjectiveId, Objective][];
const frameworks = [owaspLlm, owaspAgentic, nistAiRmf, euAiAct];

/** Signals whose title names two faults stand under two objectives. */
const composite = new Set(['M10', 'M17', 'I15', 'I16']);

describe('control objectives', () => {
  it('gives each of the 91 risk signals its home', () => {
    const counts = { V: 10, M: 20, D: 11, I: 17, E: 10, G: 23 };
    const expected = Object.entries(counts).flatMap(([letter, count]) =>
      Array.from({ length: count }, (_, index) => `${letter}${String(index + 1).padStart(2, '0')}`),
    );
    const seen = entries.flatMap(([, objective]) => objective.signals as readonly string[]);
    expect([...new Set(seen)].sort()).toEqual([...expected].sort());
    const doubled = seen.filter((signal, index) => seen.indexOf(signal) !== index);
    expect(new Set(doubled)).toEqual(composite);
  });

  it.each(entries)('%s is a sentence under a kebab-case name', (id, objective) => {
    expect(id).toMatch(/^[a-z]+(-[a-z]+)+$/);
    expect(objective.statement).toMatch(/^[A-Z].{30,}\.$/);
    expect(objective.notYet ?? 'tested by a detector').toMatch(/\S/);
  });

  it('leaves no objective without a framework control that needs it', () => {
    const needed = new Set(frameworks.flatMap((f) => f.controls.flatMap((c) => ('manual' in c ? [] : c.objectives))));
    expect(entries.map(([id]) => id).filter((id) => !needed.has(id))).toEqual([]);
  });

  it.each(frameworks)('$id names every control once and no objective twice in one', ({ controls }) => {
    expect(new Set(controls.map((c) => c.id)).size).toBe(controls.length);
    for (const control of controls) {
      if ('manual' in control) expect(control.manual).toMatch(/\S/);
      else expect(new Set(control.objectives).size).toBe(control.objectives.length);
    }
  });
});
