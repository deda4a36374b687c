/** `isobar fix PATH`: plans the fixes of a folder, applies them, verifies them, undoes them. */
import { readFileSync } from 'node:fs';
import { ConfigError } from '../../kit/errors.ts';
import { type FixPlan, fixPlanSchema } from '../../operate/fix/fix-plan.ts';
import {
  applyFixes,
  type FixedTree,
  finishFixes,
  planFixes,
  refuseInterrupted,
  undoFixes,
  verifyFixes,
} from '../../operate/fix/fix-tree.ts';
import { writePullRequestText } from '../../operate/fix/pull-request-text.ts';
import { tellCommit, tellPlan, tellRecord, tellVerification } from '../../operate/fix/tell-plan.ts';
import { explainRefusal } from '../files.ts';
import { findRepository } from '../find-repository.ts';
import { openFixedTree } from '../open-fixed-tree.ts';
import { checkWritable, writeOut, writeWhole } from '../outputs.ts';
import { createProgress } from '../progress.ts';
import { sayTrouble } from '../trouble.ts';
import { findRoot } from './scan.ts';

/** What the command line says. */
export interface FixOptions {
  readonly plan: boolean;
  readonly apply: boolean;
  readonly verify: boolean;
  readonly undo: boolean;
  readonly finish: boolean;
  readonly only: readonly string[];
  readonly format: 'terminal' | 'json';
  readonly asPlanned?: string;
  readonly pullRequestText?: string;
  readonly config?: string | false;
  readonly all: boolean;
  readonly exclude: readonly string[];
  readonly cache: boolean;
  readonly quiet: boolean;
}

const refuse = (what: string, why: string, act: string): never => {
  throw new ConfigError(sayTrouble(what, why, act));
};

/** At most one thing to do, except that what is applied may be verified at once. */
const checkTogether = ({ plan, apply, verify, undo, finish, asPlanned, pullRequestText }: FixOptions): void => {
  const said = Object.entries({ plan, apply, undo, finish })
    .filter(([, is]) => is)
    .map(([name]) => `--${name}`);
  if (said.length > 1 || (verify && said.length > 0 && !apply))
    refuse(
      `${[...said, ...(verify ? ['--verify'] : [])].join(' and ')} do not go together`,
      'nobody could tell what you want done first',
      'give one of them; --apply --verify alone go together',
    );
  if (!apply && (asPlanned !== undefined || pullRequestText !== undefined))
    refuse(
      `${asPlanned === undefined ? '--pull-request-text' : '--as-planned'} is for --apply`,
      'nothing would be done with it',
      'add --apply, or leave it out',
    );
};

const readPlan = (path: string): FixPlan => {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    return refuse(
      `${path} cannot be read: ${explainRefusal(error)}`,
      'nobody knows what was agreed to, so nothing was written',
      'name the file that isobar fix PATH --plan --format json wrote',
    );
  }
  const parsed = fixPlanSchema.safeParse(parseJson(text));
  if (parsed.success) return parsed.data;
  return refuse(
    `${path} is no plan`,
    'nobody knows what was agreed to, so nothing was written',
    'name the file that isobar fix PATH --plan --format json wrote',
  );
};

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return undefined;
  }
};

/** Applies, and with `--verify` scans again and takes everything back that is not as it was foretold. */
const applyAndTell = async (
  tree: FixedTree,
  options: FixOptions,
): Promise<{ code: number; value: unknown; text: string }> => {
  const { verify, only, asPlanned, pullRequestText } = options;
  if (pullRequestText !== undefined) checkWritable([{ format: 'markdown', file: pullRequestText }]);
  const { plan, record } = await applyFixes(tree, only, asPlanned === undefined ? undefined : readPlan(asPlanned));
  if (!record) {
    const text =
      'Nothing was written: no fix of this selection has a patch. isobar fix PATH --plan tells what to do by hand.\n';
    return { code: 0, value: { plan, applied: false }, text };
  }
  const verification = verify ? await verifyFixes(tree, record) : undefined;
  if (verification && !verification.isVerified) {
    undoFixes(tree);
    return {
      code: 1,
      value: { plan, applied: false, verification },
      text: `${tellVerification(verification)}Every file is as it was before.\n`,
    };
  }
  if (pullRequestText !== undefined) writeWhole(pullRequestText, [writePullRequestText(plan, verification)]);
  const parts = [
    tellRecord(record, 'Applied'),
    verification ? tellVerification(verification) : 'See whether it helped: isobar fix PATH --verify\n',
    findRepository(tree.root) ? tellCommit(tree.root, record) : '',
    'Take it back: isobar fix PATH --undo\n',
  ];
  return {
    code: 0,
    value: { plan, applied: true, record: record.id, ...(verification ? { verification } : {}) },
    text: parts.join(''),
  };
};

/** Runs the command; gives the exit code. */
export const runFix = async (path: string, options: FixOptions, signal: AbortSignal): Promise<number> => {
  checkTogether(options);
  const progress = createProgress(process.stderr, options.quiet);
  const tree = openFixedTree(findRoot(path), {
    ...{ all: options.all, exclude: options.exclude, useCache: options.cache, signal },
    progress: (phase, done, of) => progress.say(of > 0 ? `${phase} ${done} of ${of}` : phase),
    ...(options.config === undefined ? {} : { config: options.config }),
  });
  const act = async (): Promise<{ code: number; value: unknown; text: string }> => {
    if (options.undo || options.finish) {
      const record = options.undo ? undoFixes(tree) : finishFixes(tree);
      const word = record.state === 'undone' ? 'Took back' : 'Finished';
      return { code: 0, value: { record: record.id, state: record.state }, text: tellRecord(record, word) };
    }
    if (options.apply) return applyAndTell(tree, options);
    if (options.verify) {
      const verification = await verifyFixes(tree);
      return { code: verification.isVerified ? 0 : 1, value: verification, text: tellVerification(verification) };
    }
    refuseInterrupted(tree);
    const { plan } = await planFixes(tree, options.only);
    return { code: 0, value: plan, text: tellPlan(plan) };
  };
  try {
    const { code, value, text } = await act();
    progress.clear();
    await writeOut(process.stdout, [options.format === 'json' ? `${JSON.stringify(value, undefined, 2)}\n` : text]);
    return code;
  } finally {
    progress.clear();
  }
};
