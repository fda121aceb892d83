import type { Emit } from '@qapi-ts/runtime/server';
import type {
  Events,
  JobInfo,
  JobInfoCreate,
  JobInfoPrune,
  JobState,
} from '../../../generated/backup/index.js';

/** What a job works on, and the numbers that change while it does. */
type Task = { readonly id: string } & (
  ({ readonly kind: 'create' } & JobInfoCreate) | ({ readonly kind: 'prune' } & JobInfoPrune)
);

/** A job that is at work. */
export class Job {
  readonly #task: Task;
  readonly #emit: Emit<Events>;
  readonly #startedAt = performance.now();
  #state: JobState = 'running';

  constructor(task: Task, emit: Emit<Events>) {
    this.#task = task;
    this.#emit = emit;
    this.enter('running');
  }

  get id(): string {
    return this.#task.id;
  }

  get isAborting(): boolean {
    return this.#state === 'aborting';
  }

  enter(state: JobState): void {
    const { id, kind } = this.#task;
    this.#state = state;
    this.#emit('JOB_STATE_CHANGED', { id, kind, state });
  }

  describe(): JobInfo {
    const elapsed = Math.round(performance.now() - this.#startedAt) / 1000;
    return { ...this.#task, state: this.#state, elapsed };
  }
}

/** The jobs that are at work. Both lanes share them: in-band handlers run jobs, the others look in. */
export class Jobs {
  readonly #running = new Map<string, Job>();

  get isIdle(): boolean {
    return this.#running.size === 0;
  }

  list(): JobInfo[] {
    return Array.from(this.#running.values(), (job) => job.describe());
  }

  /** Does `work`; everybody hears when it starts and how it ends. */
  async run<T>(task: Task, emit: Emit<Events>, work: (job: Job) => T | Promise<T>): Promise<T> {
    const job = new Job(task, emit);
    this.#running.set(task.id, job);
    let end: JobState = 'failed';
    try {
      const result = await work(job);
      end = 'done';
      return result;
    } finally {
      this.#running.delete(task.id);
      job.enter(end);
    }
  }

  /** Tells a job to stop; its next step notices. Where there is nothing to stop, nothing happens. */
  abort(id: string): void {
    const job = this.#running.get(id);
    if (job?.isAborting === false) job.enter('aborting');
  }
}
