import { afterEach, describe, expect, it, vi } from 'vitest';
import { Harness, makeRandom, type Random } from './support/harness.js';
import { Loopback } from './support/loopback.js';
import { Model, ModelSession, type Answer, type ModelMessage } from './support/model.js';
import { settle, type RawClient } from './support/raw-client.js';

/** `QAPI_MODEL_SCHEDULES=100000` for the whole programme, `QAPI_MODEL_SEED` to repeat a failure. */
const SCHEDULES = Number(process.env.QAPI_MODEL_SCHEDULES ?? 3000);
const SEED = Number(process.env.QAPI_MODEL_SEED ?? Date.now() % 1_000_000_000);
const STEPS = 14;
/** What small answers can add up to before they are sent stays below this; a few big ones exceed it. */
const OUT_HIGH = 4000;
const BIG = 'x'.repeat(1500);
const PONG = (): { count: number } => ({ count: 1 });

/** A client of the server and what the model knows of it. */
interface Pair {
  readonly real: Loopback;
  readonly model: ModelSession;
  /** Answers that were there when the client stopped reading. */
  frozen: number | undefined;
  vanished: boolean;
}

describe('model check', () => {
  afterEach(() => {
    vi.restoreAllMocks();
  });

  it(`T-K1 ${SCHEDULES} random schedules (seed ${SEED})`, { timeout: 600_000 }, async () => {
    // Time stands still, so that no turn ends early on a busy machine: the model knows no turns.
    vi.spyOn(performance, 'now').mockReturnValue(0);
    const sizes = await measureAnswers();
    for (let index = 0; index < SCHEDULES; index++) await new Schedule(SEED + index, sizes).run();
  });
});

type Sizes = Readonly<Record<Answer, number>>;

/** How long each kind of answer is, with an id of four characters. */
async function measureAnswers(): Promise<Sizes> {
  const harness = new Harness();
  await harness.start({ ping: PONG });
  const client = await harness.client();
  const oobClient = await harness.client('oob');
  const measure = async (who: RawClient, kind: ModelMessage['kind']): Promise<number> =>
    (await who.ask(print({ kind, id: '0000' }))).text.length + '\r\n'.length;
  const sizes = {
    echo: await measure(client, 'echo'),
    return: '{"return": {}, "id": "0000"}\r\n'.length,
    fault: await measure(client, 'faulty'),
    'oob-refusal': await measure(client, 'oob'),
    pong: await measure(oobClient, 'oob'),
  };
  oobClient.send(print({ kind: 'hold', id: '0000' }), print({ kind: 'echo', id: '0000' }));
  await harness.held();
  const closed = harness.server.close();
  harness.release();
  const [, refused] = await oobClient.rest();
  await closed;
  return { ...sizes, shutdown: (refused?.text.length ?? 0) + '\r\n'.length };
}

class Schedule {
  readonly #seed: number;
  readonly #random: Random;
  readonly #sizes: Sizes;
  readonly #harness = new Harness();
  readonly #log: string[] = [];
  readonly #pairs: Pair[] = [];
  #model!: Model;
  #lastId = 0;
  #closed: Promise<void> | undefined;

  constructor(seed: number, sizes: Sizes) {
    this.#seed = seed;
    this.#random = makeRandom(seed);
    this.#sizes = sizes;
  }

  async run(): Promise<void> {
    const random = this.#random;
    const queueMax = [1, 2, 8][random(3)] ?? 8;
    const onInputEof = random(2) === 0 ? 'drop' : 'drain';
    const outHigh = OUT_HIGH;
    await this.#harness.start({ queueMax, onInputEof, outHigh, ping: PONG });
    this.#model = new Model({ queueMax, outHigh, onInputEof, sizes: this.#sizes });
    this.#log.push(`queueMax ${queueMax}, onInputEof ${onInputEof}`);
    for (let step = 0; step < STEPS; step++) {
      await this.#step();
      await this.#check();
    }
    await this.#finish();
  }

  async #step(): Promise<void> {
    const pair = this.#pairs[this.#random(this.#pairs.length)];
    if (pair === undefined) return this.#connect();
    const choice = this.#random(20);
    if (choice < 8) this.#send(pair);
    else if (choice < 13) this.#complete();
    else if (choice < 15) return this.#connect();
    else if (choice === 15) this.#stall(pair);
    else if (choice === 16) this.#unstall(pair);
    else if (choice === 17) this.#halfClose(pair);
    else if (choice === 18) this.#vanish(pair);
    else if (this.#random(3) === 0) this.#close();
    return Promise.resolve();
  }

  async #connect(): Promise<void> {
    if (this.#model.phase !== 'running' || this.#pairs.length === 4) return;
    const oob = this.#random(3) > 0;
    this.#log.push(`connect ${this.#pairs.length}, oob ${oob}`);
    const real = new Loopback();
    this.#harness.server.accept(real);
    const enable = oob ? ['oob'] : [];
    real.send(JSON.stringify({ execute: 'qmp_capabilities', arguments: { enable } }));
    const model = new ModelSession(oob);
    this.#model.sessions.push(model);
    this.#pairs.push({ real, model, frozen: undefined, vanished: false });
    await this.#rest();
  }

  #send({ real, model }: Pair): void {
    if (model.inputEnded) return;
    const messages = Array.from({ length: 1 + this.#random(5) }, (): ModelMessage => {
      const kind = (['hold', 'echo', 'oob', 'faulty'] as const)[this.#random(4)] ?? 'hold';
      return { kind, id: String(++this.#lastId).padStart(4, '0') };
    });
    this.#log.push(`send ${this.#model.sessions.indexOf(model)} ${JSON.stringify(messages)}`);
    real.send(messages.map(print).join(''));
    if (model.open) model.unread.push(...messages);
  }

  #complete(): void {
    if (this.#model.running === undefined) return;
    this.#log.push('complete');
    this.#harness.release();
    this.#model.complete();
  }

  #stall(pair: Pair): void {
    const { real, model } = pair;
    if (model.stalled || pair.vanished) return;
    this.#log.push(`stall ${this.#pairs.indexOf(pair)}`);
    real.stall();
    pair.frozen = model.answers.length;
    model.stalled = true;
  }

  #unstall(pair: Pair): void {
    const { real, model } = pair;
    if (!model.stalled) return;
    this.#log.push(`unstall ${this.#pairs.indexOf(pair)}`);
    real.unstall();
    if (!pair.vanished) pair.frozen = undefined;
    model.stalled = false;
    model.outBytes = 0;
  }

  #halfClose({ real, model }: Pair): void {
    if (model.inputEnded) return;
    this.#log.push(`half-close ${this.#model.sessions.indexOf(model)}`);
    real.halfClose();
    model.inputEnded = true;
  }

  #vanish(pair: Pair): void {
    if (pair.vanished) return;
    this.#log.push(`vanish ${this.#pairs.indexOf(pair)}`);
    pair.real.destroy();
    pair.frozen ??= pair.model.answers.length;
    pair.vanished = true;
    this.#model.end(pair.model);
  }

  #close(): void {
    if (this.#closed !== undefined) return;
    this.#log.push('close');
    this.#closed = this.#harness.server.close({ timeoutMs: 60_000 });
    this.#model.phase = 'draining';
  }

  /** Lets the server come to rest. */
  async #rest(): Promise<void> {
    const activity = (): string =>
      [...this.#pairs.map(({ real }) => real.received.length), this.#harness.started.length].join();
    let before;
    do {
      before = activity();
      await settle(4);
    } while (activity() !== before);
  }

  /** Lets both come to rest and compares them. */
  async #check(): Promise<void> {
    this.#model.settle();
    await this.#rest();
    const context = `seed ${this.#seed}\n${this.#log.join('\n')}`;
    expect(this.#harness.maxConcurrent, context).toBeLessThanOrEqual(1);
    expect(this.#harness.started.length, context).toBe(this.#model.started.length);
    for (const { real, model, frozen } of this.#pairs) {
      const answers = readAnswers(real.received);
      expect(answers, context).toEqual(model.answers.slice(0, frozen));
      expect(new Set(answers).size, context).toBe(answers.length); // at most one each
      if (!model.stalled) expect(real.isOver, context).toBe(!model.open);
    }
  }

  /** Whatever state it is in, a server can be closed. */
  async #finish(): Promise<void> {
    for (const pair of this.#pairs) {
      this.#unstall(pair);
      await this.#check();
    }
    this.#close();
    await this.#check();
    while (this.#model.running !== undefined) {
      this.#complete();
      await this.#check();
    }
    await this.#closed;
    expect(this.#harness.problems()).toEqual([]);
  }
}

function print({ kind, id }: ModelMessage): string {
  switch (kind) {
    case 'hold':
      return JSON.stringify({ execute: 'hold', id });
    case 'echo':
      return JSON.stringify({ execute: 'echo', arguments: { value: BIG }, id });
    case 'oob':
      return JSON.stringify({ 'exec-oob': 'ping', id });
    case 'faulty':
      return JSON.stringify({ fault: 1, id });
  }
}

function readAnswers(received: string): string[] {
  return received
    .split('\r\n')
    .slice(2, -1) // behind greeting and negotiation
    .map((line) => {
      const reply = JSON.parse(line) as {
        id: string;
        return?: string | { count?: number };
        error?: { desc: string };
      };
      return `${reply.id}:${classify(reply)}`;
    });
}

function classify(reply: {
  return?: string | { count?: number };
  error?: { desc: string };
}): Answer {
  if (reply.error !== undefined) {
    if (reply.error.desc.includes('shutting down')) return 'shutdown';
    return reply.error.desc.includes('exec-oob') ? 'oob-refusal' : 'fault';
  }
  if (reply.return === BIG) return 'echo';
  return typeof reply.return === 'object' && 'count' in reply.return ? 'pong' : 'return';
}
