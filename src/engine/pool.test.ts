/** The pool with real threads: every task is answered or given up with a reason, whatever the threads do. */
import { Worker } from 'node:worker_threads';
import { describe, expect, it } from 'vitest';
import { runPool, type WorkerPort } from './pool.ts';

/** A thread that doubles numbers, hangs at 13, dies at 17 and dies once at 19. */
const source = `
  const { parentPort, workerData } = require('node:worker_threads');
  parentPort.on('message', ({ tasks }) => {
    for (const task of tasks) {
      if (task === 13) for (;;) ;
      if (task === 17 || (task === 19 && Atomics.exchange(workerData, 0, 1) === 0)) { process.exit(1); }
      parentPort.postMessage({ answer: task * 2 });
    }
  });
  parentPort.postMessage({ ready: true });
`;

const start = (code = source) => {
  const flag = new Int32Array(new SharedArrayBuffer(4));
  return (): WorkerPort => {
    const worker = new Worker(code, { eval: true, workerData: flag });
    worker.on('error', () => undefined);
    return {
      post: (message) => worker.postMessage(message),
      onMessage: (hear) => void worker.on('message', hear),
      onEnd: (hear) => void worker.on('exit', () => hear('it died')),
      terminate: () => worker.terminate(),
    };
  };
};

const run = async (
  tasks: readonly number[],
  more: { signal?: AbortSignal; code?: string; startSeconds?: number; more?: () => readonly number[] } = {},
) => {
  const answers = new Map<number, number>();
  const lost = new Map<number, string>();
  await runPool<number, number>(
    tasks,
    {
      start: start(more.code),
      workers: 2,
      seconds: 0.5,
      startSeconds: more.startSeconds ?? 10,
      weigh: () => 1,
      ...more,
    },
    (task, answer) => answers.set(task, answer),
    (task, why) => lost.set(task, why),
  );
  return { answers, lost };
};

describe('runPool', () => {
  it('answers every task', async () => {
    const tasks = Array.from({ length: 500 }, (_, index) => index + 100);
    const { answers, lost } = await run(tasks);
    expect([...answers].sort(([a], [b]) => a - b)).toEqual(tasks.map((task) => [task, task * 2]));
    expect(lost.size).toBe(0);
  });

  it.each([[[1, 2, 3, 17]], [[]]])(
    'asks once for more when %j are done, and gives it to the same threads',
    async (first) => {
      let asked = 0;
      const more = (): readonly number[] => {
        asked += 1;
        return [40, 41, 13, 42];
      };
      const { answers, lost } = await run(first, { more });
      expect(asked).toBe(1);
      expect([...answers.keys()].sort((a, b) => a - b)).toEqual([...first.filter((one) => one !== 17), 40, 41, 42]);
      expect([...lost.keys()].sort()).toEqual([13, ...first.filter((one) => one === 17)]);
    },
  );

  it('ends with what the question for more throws', async () => {
    const more = (): readonly number[] => {
      throw new Error('no more');
    };
    await expect(run([1], { more })).rejects.toThrow('no more');
  });

  it('loses no more than the task that hangs and the task that kills its thread twice', async () => {
    const tasks = Array.from({ length: 60 }, (_, index) => index);
    const { answers, lost } = await run(tasks);
    expect([...lost]).toEqual(
      expect.arrayContaining([
        [13, 'reading it took longer than 0.5 s'],
        [17, 'it died'],
      ]),
    );
    expect(lost.size).toBe(2);
    expect(answers.size).toBe(58);
    expect(answers.get(19)).toBe(38);
  });

  it('does nothing where there is nothing to do', async () => {
    expect(await run([])).toEqual({ answers: new Map(), lost: new Map() });
  });

  it('fails where no thread can start', async () => {
    await expect(run([1], { code: 'process.exit(1)' })).rejects.toThrow('a reading thread did not start: it died');
    await expect(run([1], { code: 'setInterval(() => 0, 1000)', startSeconds: 0.2 })).rejects.toThrow('did not start');
  });

  it('stops when it is told to', async () => {
    const control = new AbortController();
    const running = run([13, 1, 2], { signal: control.signal });
    setTimeout(() => control.abort(new Error('enough')), 50);
    await expect(running).rejects.toThrow('enough');
  });
});
