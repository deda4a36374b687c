/** The worker pool: hands tasks to threads in small batches, and loses no more than the task that stops or kills one. */
import { Bug } from '../kit/errors.ts';

/** One thread as the pool sees it; the composition root makes it. */
export interface WorkerPort {
  post(message: unknown): void;
  onMessage(hear: (message: unknown) => void): void;
  /** Called once when the thread ended by itself, with the reason. */
  onEnd(hear: (why: string) => void): void;
  terminate(): Promise<unknown>;
}

/** What the pool says to a thread. */
export interface Batch<Task> {
  readonly tasks: readonly Task[];
}

/** What a thread says to the pool: that it is ready, or the answer to its oldest open task. */
export type FromWorker<Answer> = { readonly ready: true } | { readonly answer: Answer };

export interface PoolOptions<Task> {
  readonly start: () => WorkerPort;
  /** Most threads at once. */
  readonly workers: number;
  /** Seconds that one task may take. */
  readonly seconds: number;
  /** Seconds that a thread may take to become ready. */
  readonly startSeconds: number;
  /** Weight of a task, in bytes; a batch stays below 64 tasks and 1 MB, so that threads end together. */
  readonly weigh: (task: Task) => number;
  readonly signal?: AbortSignal;
  /** Asked once, when every task is done: further tasks for the same threads. */
  readonly more?: () => readonly Task[];
}

interface Thread<Task> {
  readonly port: WorkerPort;
  /** Tasks it was given and has not answered, oldest first. */
  readonly open: Task[];
  isReady: boolean;
  isGone: boolean;
  timer: ReturnType<typeof setTimeout> | undefined;
}

const mostTasks = 64;
const mostWeight = 1024 * 1024;

/**
 * Runs all tasks. `answered` hears each answer, `lost` each task that was given up and why, both with the task.
 * Rejects only when a thread cannot even start, when the signal aborts, or when a listener throws.
 */
export const runPool = <Task, Answer>(
  given: readonly Task[],
  options: PoolOptions<Task>,
  answered: (task: Task, answer: Answer) => void,
  lost: (task: Task, why: string) => void,
): Promise<void> => {
  let { more } = options;
  /** The tasks, and those that turned out to be wanted when they were done. */
  let tasks = given;
  const widen = (): boolean => {
    const further = more?.() ?? [];
    more = undefined;
    tasks = further.length === 0 ? tasks : [...tasks, ...further];
    return further.length > 0;
  };
  if (tasks.length === 0 && !widen()) return Promise.resolve();
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const threads = new Set<Thread<Task>>();
  let next = 0;
  /** Tasks whose thread died under them: each is tried once more, alone, in case an earlier one was to blame. */
  const again: Task[] = [];
  const retried = new Set<Task>();
  let isOver = false;

  const finish = (end: () => void): void => {
    if (isOver) return;
    isOver = true;
    options.signal?.removeEventListener('abort', abort);
    const ends = [...threads].map((thread) => {
      thread.isGone = true;
      clearTimeout(thread.timer);
      return thread.port.terminate();
    });
    void Promise.allSettled(ends).then(end);
  };
  const fail = (error: unknown): void => finish(() => reject(error));
  const abort = (): void => fail(options.signal?.reason);

  const takeBatch = (): Task[] => {
    const alone = again.shift();
    if (alone !== undefined) return [alone];
    const batch: Task[] = [];
    let weight = 0;
    // Towards the end the batches shrink, so that no thread is left with many while others are idle.
    const fair = Math.max(1, Math.ceil((tasks.length - next) / (options.workers * 4)));
    while (next < tasks.length && batch.length < Math.min(mostTasks, fair)) {
      const task = tasks[next]!;
      weight += options.weigh(task);
      if (batch.length > 0 && weight > mostWeight) break;
      batch.push(task);
      next += 1;
    }
    return batch;
  };

  const settle = (): void => {
    if ([...threads].some((thread) => thread.open.length > 0)) return;
    if (next >= tasks.length && again.length === 0) {
      let isWider = false;
      hear(() => {
        isWider = widen();
      });
      if (!isWider) finish(resolve);
      else if (threads.size === 0) open();
      else for (const thread of threads) if (thread.isReady) feed(thread);
    } else if (threads.size === 0) open();
  };

  const watch = (thread: Thread<Task>): void => {
    clearTimeout(thread.timer);
    if (thread.isReady && thread.open.length === 0) return;
    const seconds = thread.isReady ? options.seconds : options.startSeconds;
    thread.timer = setTimeout(() => {
      // If this thread was busy itself, the answer already lies in its queue: let it be heard first.
      const before = thread.open.length;
      thread.timer = setTimeout(() => {
        if (!thread.isGone && thread.open.length === before)
          giveUp(thread, `reading it took longer than ${seconds} s`, false);
      }, 50);
    }, seconds * 1000);
  };

  /** Takes a thread out, blames its oldest open task and gives the rest back. */
  const giveUp = (thread: Thread<Task>, why: string, mayRetry: boolean): void => {
    if (thread.isGone || isOver) return;
    thread.isGone = true;
    clearTimeout(thread.timer);
    threads.delete(thread);
    void thread.port.terminate();
    if (!thread.isReady) {
      fail(new Bug(`a reading thread did not start: ${why}`));
      return;
    }
    const [culprit, ...rest] = thread.open;
    again.push(...rest);
    if (culprit !== undefined) {
      if (mayRetry && !retried.has(culprit)) {
        retried.add(culprit);
        again.push(culprit);
      } else hear(() => lost(culprit, why));
    }
    if (!isOver && (again.length > 0 || next < tasks.length)) open();
    settle();
  };

  const feed = (thread: Thread<Task>): void => {
    if (thread.open.length > 0) return;
    const batch = takeBatch();
    if (batch.length === 0) {
      settle();
      return;
    }
    thread.open.push(...batch);
    thread.port.post({ tasks: batch } satisfies Batch<Task>);
    watch(thread);
  };

  const hear = (listen: () => void): void => {
    try {
      listen();
    } catch (error) {
      fail(error);
    }
  };

  const open = (): void => {
    const thread: Thread<Task> = { port: options.start(), open: [], isReady: false, isGone: false, timer: undefined };
    threads.add(thread);
    watch(thread);
    thread.port.onMessage((message) => {
      if (thread.isGone || isOver) return;
      const said = message as FromWorker<Answer>;
      if ('ready' in said) thread.isReady = true;
      else {
        const task = thread.open.shift();
        if (task !== undefined) hear(() => answered(task, said.answer));
        watch(thread);
      }
      if (!isOver) feed(thread);
    });
    thread.port.onEnd((why) => giveUp(thread, why, true));
  };

  if (options.signal?.aborted) return Promise.reject(options.signal.reason);
  options.signal?.addEventListener('abort', abort);
  for (let thread = 0; thread < Math.min(options.workers, tasks.length); thread += 1) open();
  return promise;
};

/** The other end: answers each task of each batch in turn. Runs inside a thread. */
export const servePool = <Task, Answer>(
  port: {
    post(message: unknown, transfer: readonly ArrayBuffer[]): void;
    onMessage(hear: (message: unknown) => void): void;
  },
  answer: (task: Task) => Promise<{ readonly answer: Answer; readonly transfer: readonly ArrayBuffer[] }>,
): void => {
  let queue = Promise.resolve();
  port.onMessage((message) => {
    const { tasks } = message as Batch<Task>;
    queue = queue.then(async () => {
      for (const task of tasks) {
        const made = await answer(task);
        port.post({ answer: made.answer } satisfies FromWorker<Answer>, made.transfer);
      }
    });
  });
  port.post({ ready: true } satisfies FromWorker<Answer>, []);
};
