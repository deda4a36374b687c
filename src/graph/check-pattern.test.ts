/** Tests of the type check of patterns: each mistake is named, and a sound pattern is left alone. */
import { describe, expect, test } from 'vitest';
import { checkPattern } from './check-pattern.ts';
import type { Group, Test } from './pattern.ts';

const uses = { from: 'agent', relation: 'uses-tool', to: 'tool' } as const;
const pair = (more: Partial<Group> = {}): Group => ({
  variables: { agent: 'agent', tool: 'tool' },
  edges: [uses],
  ...more,
});
const asked = (where: Test) => checkPattern(pair({ where }));
const inner = (name: string, from = 'tool'): Group => ({
  variables: { [name]: 'identity' },
  edges: [{ from, relation: 'runs-as', to: name }],
});

describe('sound patterns', () => {
  test.each<[string, Group]>([
    [
      'one variable',
      { variables: { it: 'bucket' }, edges: [], where: { op: 'fact', of: 'it', fact: 'public', check: { is: true } } },
    ],
    [
      'a closure over several relations',
      pair({ edges: [uses, { from: 'agent', relation: ['delegates-to', 'uses-tool'], to: 'tool', closure: 4 }] }),
    ],
    [
      'groups in groups',
      pair({
        where: {
          op: 'every',
          group: inner('role'),
          holds: {
            op: 'exists',
            group: { variables: { b: 'bucket' }, edges: [{ from: 'role', relation: 'reads', to: 'b' }] },
          },
        },
      }),
    ],
    [
      'a fact of one kind where that kind is asked for beside it',
      {
        variables: { it: ['agent', 'bucket'] },
        edges: [],
        where: {
          op: 'all',
          tests: [
            { op: 'kind', of: 'it', kinds: ['bucket'] },
            { op: 'fact', of: 'it', fact: 'public', check: { is: true } },
          ],
        },
      },
    ],
  ])('%s', (_, group) => {
    expect(checkPattern(group)).toEqual([]);
  });
});

describe('mistakes', () => {
  test.each<[string, string[], string[]]>([
    [
      'unknown variable',
      asked({ op: 'fact', of: 'toool', fact: 'approval', check: { is: 'x' } }),
      ['toool is no variable here; declare it, or mend the name'],
    ],
    [
      'fact of another kind',
      asked({ op: 'fact', of: 'tool', fact: 'cellCount', check: { atLeast: 1 } }),
      ['tool can be tool, which has no fact cellCount, so that the answer would never be known; ask for another fact'],
    ],
    [
      'fact of some kinds only',
      checkPattern({
        variables: { it: ['agent', 'bucket'] },
        edges: [],
        where: { op: 'fact', of: 'it', fact: 'public', check: { is: true } },
      }),
      [
        'it can be agent, which has no fact public, so that the answer would never be known; narrow the variable, or ask for its kind beside it',
      ],
    ],
    [
      'value of another type',
      asked({ op: 'fact', of: 'tool', fact: 'approval', check: { is: true } }),
      ['the fact approval is of type string, and is asked whether it is true; use a check of its type'],
    ],
    [
      'check of another type',
      asked({ op: 'fact', of: 'agent', fact: 'outputSink', check: { atLeast: 1 } }),
      ['the fact outputSink is of type strings, and is asked how large it is; use a check of its type'],
    ],
    [
      'relation the wrong way round',
      checkPattern(pair({ edges: [{ from: 'tool', relation: 'uses-tool', to: 'agent' }] })),
      ['uses-tool cannot join tool (tool) to agent (agent); see domain/relations.ts'],
    ],
    [
      'name used twice',
      asked({
        op: 'all',
        tests: [
          { op: 'exists', group: inner('role') },
          { op: 'exists', group: inner('role') },
        ],
      }),
      ['the variable role is declared twice; give one of them another name'],
    ],
    [
      'name from another group',
      asked({
        op: 'all',
        tests: [
          { op: 'exists', group: inner('role') },
          { op: 'distinct', a: 'role', b: 'tool' },
        ],
      }),
      ['role is no variable here; declare it, or mend the name'],
    ],
    [
      'nobody joined',
      checkPattern(pair({ edges: [] })),
      ['no edges lead from agent to tool; join it, or leave it out'],
    ],
    [
      'group not joined',
      asked({ op: 'exists', group: { variables: { guard: 'guardrail' }, edges: [] } }),
      ['no edges lead from outside its group to guard; join it, or leave it out'],
    ],
    [
      'no such names',
      checkPattern({
        variables: { it: 'agnt' as 'agent' },
        edges: [],
        where: { op: 'failing', of: 'it', objective: 'nothing' as 'human-approval' },
      }),
      [
        'the variable it has the kind agnt, which there is not; see domain/kinds.ts',
        'there is no objective nothing; see domain/objectives.ts',
      ],
    ],
    [
      'endless closure',
      checkPattern(pair({ edges: [{ ...uses, closure: 99 }] })),
      ['the edge from agent to tool follows 99 steps; give a whole number from 1 to 16'],
    ],
    [
      'never the same',
      checkPattern(pair({ edges: [{ ...uses, orSame: true }] })),
      ['agent and tool share no kind, so that they can never be the same; leave orSame out'],
    ],
    [
      'types that never meet',
      asked({ op: 'equal', a: ['agent', 'autonomous'], b: ['tool', 'approval'] }),
      ['agent.autonomous and tool.approval are of different types and can never be equal; compare facts of one type'],
    ],
    [
      'at least none',
      asked({ op: 'exists', group: inner('role'), atLeast: 0 }),
      ['exists asks for at least 0; ask for a whole number from 1'],
    ],
    [
      'kind that it never has',
      asked({ op: 'kind', of: 'tool', kinds: ['bucket'] }),
      ['tool is never a bucket; it is tool'],
    ],
  ])('%s', (_, wrong, expected) => {
    expect(wrong).toEqual(expected);
  });
});
