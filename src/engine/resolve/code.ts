/** Code: reads every program of the source for what its calls, decorators and classes make, join and do. */
import type { Meaning } from '../../kit/define-library.ts';
import { stateAnswers } from './answers.ts';
import { functionKey } from './call-graph.ts';
import { CallNames } from './call-names.ts';
import { stateDelegations } from './delegations.ts';
import { stateEffects } from './effects.ts';
import { stateGroundings } from './groundings.ts';
import { assetsAt, stateLink, stateTold } from './links.ts';
import { type CodeContext, MadeAssets } from './made-assets.ts';
import { namesOfMade, type Occurrence, occurrencesIn } from './occurrences.ts';
import { placedIn } from './placed.ts';
import { isTestPath } from './projects.ts';
import { stateRefusals } from './refusals.ts';
import { stateSinks } from './sinks.ts';
import { dropUngivenTools } from './ungiven-tools.ts';

/** States all that the source’s code says, first what functions and classes are, then what calls make, join and let flow; gives what it made. */
export const readCode = (context: CodeContext): MadeAssets => {
  const { evaluator, graph } = context;
  const names = new CallNames(evaluator, graph);
  const made = new MadeAssets(context, names);
  const occurrences: Occurrence[] = [];
  const callable = namesOfMade(evaluator);
  for (const file of evaluator.world.programs) {
    // What a test names is no part of the estate.
    if (isTestPath(file.path)) continue;
    names.read(file);
    for (const each of occurrencesIn(file, evaluator, callable)) occurrences.push(each);
    for (const each of placedIn(file, evaluator)) occurrences.push(each);
  }
  const handlers = new Map<string, NonNullable<Meaning['yields']>>();
  for (const each of occurrences) made.add(each);
  // Who stands for which function must be known before calls ask whose code they are part of.
  for (const each of occurrences) {
    const runs = each.subject ?? each.handler;
    if (!runs) continue;
    if (runs.v === 'function' && each.meaning.handlerParameters)
      handlers.set(functionKey(runs.file, runs.index), each.meaning.handlerParameters);
    for (const asset of made.self(each)) graph.ownSubject(runs, asset);
    if (each.meaning.owner)
      for (const asset of assetsAt(context, made, each, each.meaning.owner)) graph.ownSubject(runs, asset);
  }
  for (const each of occurrences) made.self(each);
  for (const each of occurrences) for (const link of each.meaning.links ?? []) stateLink(context, made, each, link);
  for (const each of occurrences) stateTold(context, made, each);
  stateDelegations(context, made);
  stateGroundings(context, made, occurrences);
  dropUngivenTools(context, made, occurrences);
  stateSinks(context, made, occurrences, handlers);
  stateEffects(context, made, occurrences);
  stateRefusals(context);
  stateAnswers(context);
  return made;
};
