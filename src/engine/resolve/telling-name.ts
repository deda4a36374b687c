/** Telling names: what to call a thing whose variable says only what sort of thing it is. */

/** Variables that hold what a call gave and say nothing of it. */
const resultWords = new Set([
  'result',
  'results',
  'response',
  'res',
  'resp',
  'r',
  'stream',
  'output',
  'out',
  'completion',
  'answer',
  'ret',
  'data',
  'x',
]);
/** Variables that say what sort of thing it is, and not which. */
const sortWords = new Set([
  'agent',
  'agents',
  'crew',
  'graph',
  'workflow',
  'builder',
  'graph_builder',
  'workflow_builder',
  'app',
  'application',
  'chain',
  'bot',
  'assistant',
  'server',
  'mcp',
  'client',
  'agent_executor',
  'executor',
  'compiled',
  'flow',
]);
/** Files that are called after their part in a framework. */
const plainStems = new Set([
  'index',
  'main',
  'route',
  'page',
  'app',
  '__init__',
  '__main__',
  'server',
  'agent',
  'agents',
  'crew',
  'graph',
  'workflow',
  'utils',
  'run',
  'src',
  'lib',
  'api',
  'core',
  'mod',
  'handler',
  'start',
  'cli',
  'build',
]);

/** The file’s own name where it tells something, else that of the nearest folder that does. */
const containerOf = (path: string): string | undefined => {
  const [file = '', ...folders] = path.split('/').reverse();
  const stem = file.replace(/\.[^.]+$/, '');
  return [stem, ...folders].find((each) => each !== '' && !plainStems.has(each.toLowerCase()) && !/^[([]/.test(each));
};

/**
 * Gives a name that tells things of one sort apart. `owner` is the class whose method makes it: `crew` of `JobPostingCrew` is
 * `JobPostingCrew`; `graph` in `deep_researcher.py` is `deep_researcher graph`; `result` in `api/chat/route.ts` is `chat`.
 */
export const tellingName = (bound: string, path: string, owner: string | undefined): string => {
  const word = bound.toLowerCase();
  const isResult = resultWords.has(word);
  if (!isResult && !sortWords.has(word)) return bound;
  if (owner) return owner;
  const container = containerOf(path);
  if (!container) return bound;
  return isResult || container.toLowerCase().includes(word) ? container : `${container} ${bound}`;
};
