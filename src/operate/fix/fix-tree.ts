/** Fixes one tree: plans, applies, verifies, undoes, and finishes what a crash left half done. The command line and the server call these. */
import { randomBytes } from 'node:crypto';
import { ConfigError } from '../../kit/errors.ts';
import type { FileWriter } from './file-writer.ts';
import type { FixPlan } from './fix-plan.ts';
import type { FixRecord, FixRecords } from './fix-record.ts';
import type { Look, TakeLook } from './look.ts';
import { digestOf, type MadePlan, makePlan } from './make-plan.ts';
import { predict, type Standing, standingOf } from './predict.ts';
import { compareStandings, type Verification } from './verify.ts';
import { type Refused, type Side, standOf, writeFiles } from './write-files.ts';

/** A tree with everything that fixing it takes. */
export interface FixedTree {
  /** Absolute, links followed. */
  readonly root: string;
  readonly look: TakeLook;
  readonly writer: FileWriter;
  readonly records: FixRecords;
  readonly clock: () => Date;
}

const sayWrong = (what: string, why: string, act: string): string =>
  `${what}\n  why it matters: ${why}\n  what to do: ${act}`;

/** The application that a crash, or another program at this moment, left half done. */
export const findInterrupted = ({ root, records }: Pick<FixedTree, 'root' | 'records'>): FixRecord | undefined =>
  records.list(root).find(({ state }) => state === 'applying' || state === 'undoing');

/** The last application that can be undone or verified. */
export const findApplied = ({ root, records }: Pick<FixedTree, 'root' | 'records'>): FixRecord | undefined =>
  records.list(root).find(({ state }) => state === 'applied');

/** Looks at the tree and plans. */
export const planFixes = async (
  tree: FixedTree,
  only: readonly string[] = [],
): Promise<MadePlan & { readonly look: Look }> => {
  const look = await tree.look();
  return { ...makePlan(look, tree.writer, only), look };
};

/** Refuses where the plan is not the one that somebody agreed to: another content of a file, or another change of it. */
const holdToAgreed = (plan: FixPlan, agreed: FixPlan): void => {
  const known = new Map(agreed.files.map((file) => [file.path, file]));
  const changed = plan.files.filter(({ path, before }) => known.get(path)?.before !== before).map(({ path }) => path);
  const missing = agreed.files
    .filter(({ path }) => !plan.files.some((one) => one.path === path))
    .map(({ path }) => path);
  const wrong = [...new Set([...changed, ...missing])];
  if (wrong.length > 0)
    throw new ConfigError(
      sayWrong(
        `${wrong.join(', ')} ${wrong.length === 1 ? 'was' : 'were'} changed since the plan was made`,
        'what would be written is not what was agreed to, so nothing was written',
        'make the plan again, read it, and apply that one',
      ),
    );
  const other = plan.files.filter(({ path, after }) => known.get(path)!.after !== after).map(({ path }) => path);
  if (other.length > 0)
    throw new ConfigError(
      sayWrong(
        `the plan for ${other.join(', ')} is another one now`,
        'what would be written is not what was agreed to, so nothing was written',
        'make the plan again with the same --only, read it, and apply that one',
      ),
    );
};

/** What became of an application. */
export interface Applied {
  readonly plan: FixPlan;
  /** Absent where there was nothing to write. */
  readonly record?: FixRecord;
  readonly look: Look;
}

/** Days after which a record is forgotten: what it seals may be a secret that was withdrawn long ago. */
const daysKept = 30;

const forgetOld = ({ root, records, clock }: FixedTree): void => {
  const oldest = clock().getTime() - daysKept * 86_400_000;
  for (const { id, at, state } of records.list(root))
    if (state !== 'applying' && state !== 'undoing' && Date.parse(at) < oldest) records.remove(id);
};

const flat = ({ failing, forecasts }: Standing): FixRecord['predicted'] => ({
  failing: [...failing],
  forecasts: [...forecasts],
});

const refuseWriting = (refused: Refused, doing: string): never => {
  throw new ConfigError(
    sayWrong(
      `${refused.path} could not be written: ${refused.why}`,
      refused.stuck.length === 0
        ? `half of ${doing} would be worse than none, so every file is as it was`
        : `${refused.stuck.join(', ')} could not be brought back either, and what they held is in the record`,
      refused.stuck.length === 0
        ? 'see what changed it, or give the rights to write it, and run the command again'
        : 'see what keeps them from being written, and run isobar fix PATH --undo',
    ),
  );
};

/**
 * Plans and writes all patches, or none. `agreed` is the plan that somebody read; without it, the one made now counts. Throws a ConfigError for
 * everything a person has to decide about, with every file as it was.
 */
export const applyFixes = async (tree: FixedTree, only: readonly string[], agreed?: FixPlan): Promise<Applied> => {
  refuseInterrupted(tree);
  const { plan, replacements, candidates, look } = await planFixes(tree, agreed ? agreed.only : only);
  if (agreed) holdToAgreed(plan, agreed);
  if (plan.blocked.length > 0)
    throw new ConfigError(
      sayWrong(
        plan.blocked.map(({ path, why }) => `${path} may not be changed: ${why}`).join('; '),
        'all patches are applied or none, so nothing was written',
        'make it writable (chmod u+w), or name with --only the fixes that leave it alone',
      ),
    );
  if (replacements.length === 0) return { plan, look };
  forgetOld(tree);
  const { records, writer, clock, root } = tree;
  const at = clock().toISOString();
  const patched = plan.steps.filter(({ kind }) => kind === 'patch');
  const record: FixRecord = {
    recordVersion: 1,
    id: `fix-${at.replaceAll(/[-:.]/g, '')}-${randomBytes(4).toString('hex')}`,
    root,
    at,
    state: 'applying',
    steps: patched.map(({ id, does, ends }) => ({
      id,
      does,
      findings: ends.findings.map((one) => one.id),
      forecasts: ends.forecasts.map((one) => one.id),
    })),
    files: replacements.map(({ path, before, after }) => ({
      path,
      before: digestOf(before),
      after: digestOf(after),
      sealedBefore: records.seal(before),
      sealedAfter: records.seal(after),
    })),
    predicted: flat(predict(candidates, look.judgement.derived, look.catalog)),
    ...(look.judgement.merged ? { memory: look.judgement.merged.known } : {}),
  };
  records.save(record);
  const refused = writeFiles(record, 'after', writer, records);
  if (refused) {
    if (refused.stuck.length === 0) records.save({ ...record, state: 'rolled-back' });
    return refuseWriting(refused, 'a fix');
  }
  const applied: FixRecord = { ...record, state: 'applied' };
  records.save(applied);
  return { plan, record: applied, look };
};

/** Throws where an application is half done. */
export const refuseInterrupted = (tree: FixedTree): void => {
  const record = findInterrupted(tree);
  if (!record) return;
  const stands = standOf(record, tree.writer);
  const written = stands.filter((one) => one.stands === (record.state === 'applying' ? 'after' : 'before')).length;
  throw new ConfigError(
    sayWrong(
      `${record.state === 'applying' ? 'fixes were being applied' : 'fixes were being undone'} here at ${record.at}, and it was interrupted when ${written} of ${record.files.length} files were written`,
      'the tree is half as it was and half as it was meant to be',
      'finish it with isobar fix PATH --finish, or bring every file back with isobar fix PATH --undo',
    ),
  );
};

/** Brings all files of a record to one side; refuses where one of them was changed by somebody else. */
const settle = (tree: FixedTree, record: FixRecord, side: Side): FixRecord => {
  const foreign = standOf(record, tree.writer).filter(({ stands }) => stands === 'other');
  if (foreign.length > 0)
    throw new ConfigError(
      sayWrong(
        foreign.map(({ path, why }) => `${path}: ${why}`).join('; '),
        'what somebody wrote there since would be lost, so nothing was written',
        side === 'before'
          ? 'take the change back by hand, or with version control'
          : 'bring the file back, or take the rest back with version control',
      ),
    );
  const under: FixRecord = { ...record, state: side === 'before' ? 'undoing' : 'applying' };
  tree.records.save(under);
  const refused = writeFiles(under, side, tree.writer, tree.records);
  if (refused) {
    if (refused.stuck.length === 0) tree.records.save(record);
    return refuseWriting(refused, 'it');
  }
  const done: FixRecord = { ...record, state: side === 'before' ? 'undone' : 'applied' };
  tree.records.save(done);
  return done;
};

const nothingTo = (what: string): never => {
  throw new ConfigError(
    sayWrong(
      `there is nothing to ${what} here`,
      'no application of fixes to this folder is on record, or it was undone already, or it is older than thirty days',
      'see isobar fix PATH --plan, or use version control',
    ),
  );
};

/** Gives every file of the last application, or of one that was interrupted, the same bytes back. */
export const undoFixes = (tree: FixedTree): FixRecord =>
  settle(tree, findInterrupted(tree) ?? findApplied(tree) ?? nothingTo('undo'), 'before');

/** Finishes what was interrupted: an application is applied, an undoing undone. */
export const finishFixes = (tree: FixedTree): FixRecord => {
  const record = findInterrupted(tree) ?? nothingTo('finish');
  return settle(tree, record, record.state === 'applying' ? 'after' : 'before');
};

/** Scans again and holds it against what was foretold when the fixes were applied. */
export const verifyFixes = async (tree: FixedTree, record?: FixRecord): Promise<Verification> => {
  refuseInterrupted(tree);
  const applied = record ?? findApplied(tree) ?? nothingTo('verify');
  type Memory = Parameters<TakeLook>[0];
  const look = await tree.look(applied.memory as Memory);
  return compareStandings(applied, standingOf(look.judgement));
};
