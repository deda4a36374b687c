/** Tests of graph cases: what is read, what is inherited, and that every mistake is told with its place. */
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { buildCase } from './build-case.ts';
import { readGraphCases } from './graph-case.ts';

const own = { expect: z.enum(['fail', 'pass']) };
const read = (text: string) => readGraphCases(text, 'cases.yaml', own);
const one = (lines: string) => `- name: first\n  expect: fail\n${lines}`;

describe('reading', () => {
  const text = one(`  about: m
  assets:
    m: { kind: model, name: org/x, facts: { source: hub, revision: { value: main, how: default, confidence: 0.9 } }, unseen: { remoteCode: a variable }, identifiers: { model-name: "huggingface:org/x" } }
    app:
      kind: ai-application
  relations: [[app, loads, m, { confidence: 0.5 }]]
  closed: [[app, guarded-by, { grade: default }]]
  failing: [[m, model-pinned, { revision: main }]]
`);

  test('facts, reasons, identifiers, relations, claims and answers come out as they were written', () => {
    const [found] = read(text);
    const { snapshot, numberOf, answers } = buildCase(found!);
    const [m, app] = [numberOf('m'), numberOf('app')];
    expect(found).toMatchObject({ name: 'first', place: 'cases.yaml:1', about: 'm', own: { expect: 'fail' } });
    expect(snapshot.name(m)).toBe('org/x');
    expect(snapshot.name(app)).toBe('app');
    expect(snapshot.fact(m, 'revision')).toMatchObject({ value: 'main', how: 'default', confidence: 0.9 });
    expect(snapshot.fact(m, 'revision')?.evidence[0]).toMatchObject({ path: 'cases.yaml', line: 5 });
    expect(snapshot.evidence(app)[0]).toMatchObject({ line: 6 });
    expect(snapshot.whyUnseen(m, 'remoteCode')).toBe('a variable');
    expect(snapshot.identifiers(m)).toContainEqual({ scheme: 'model-name', value: 'huggingface:org/x' });
    expect(snapshot.closed(app, 'guarded-by', 'out')).toMatchObject({ closed: true, grade: 'default' });
    expect(snapshot.relationConfidence(0)).toBe(0.5);
    expect(answers.answer(m, 'model-pinned')).toMatchObject({ truth: 'true', payload: { revision: 'main' } });
    expect(answers.answer(app, 'model-pinned')).toBeUndefined();
  });

  test('a case that is like another says only what differs', () => {
    const cases = read(`${text}- name: second
  like: first
  expect: pass
  assets: { m: { facts: { source: null, revision: v1 } }, n: { kind: model } }
  without: [[app, loads, m]]
  relations: [[app, loads, n]]
`);
    const { snapshot, numberOf } = buildCase(cases[1]!);
    expect(snapshot.fact(numberOf('m'), 'source')).toBeUndefined();
    expect(snapshot.fact(numberOf('m'), 'revision')?.value).toBe('v1');
    expect(snapshot.relationCount).toBe(1);
    expect(snapshot.to(0)).toBe(numberOf('n'));
  });
});

test.each([
  ['no cases', '[]', /holds no cases/],
  ['broken YAML', '- name: [', /cases.yaml:1 is not valid YAML/],
  ['an unknown kind', one('  assets: { m: { kind: modell } }\n'), /cases.yaml:1 case “first”: assets.m.kind/],
  ['an unknown field', one('  asset: {}\n  assets: {}\n'), /asset/],
  [
    'a fact that the kind cannot have',
    one('  assets: { m: { kind: model, facts: { hardCoded: true } } }\n'),
    /a model cannot have/,
  ],
  [
    'a value of another type',
    one('  assets: { m: { kind: model, facts: { remoteCode: "yes" } } }\n'),
    /not of type boolean/,
  ],
  [
    'an asset that is not there',
    one('  assets: { m: { kind: model } }\n  about: n\n'),
    /“n”, which is not among its assets/,
  ],
  [
    'a relation that cannot join',
    one('  assets: { m: { kind: model } }\n  relations: [[m, loads, m]]\n'),
    /cannot stand in “loads”/,
  ],
  [
    'an end that is not there',
    one('  assets: { m: { kind: model } }\n  relations: [[app, loads, m]]\n'),
    /“app”, which is not among/,
  ],
  ['an unknown objective', one('  assets: { m: { kind: model } }\n  failing: [[m, be-good]]\n'), /failing/],
  ['a missing expectation', '- name: first\n  assets: {}\n', /expect/],
  ['a likeness to nothing', one('  like: zeroth\n'), /no earlier case is called “zeroth”/],
  [
    'a relation to leave out that is not there',
    `${one('  assets: { m: { kind: model } }\n')}- name: b\n  like: first\n  expect: pass\n  without: [[m, loads, m]]\n`,
    /has no relation/,
  ],
])('%s is told with its place', (_, text, message) => {
  expect(() => read(text)).toThrow(message);
});
