/** A promise that is resolved from outside; only the first value counts. */
export class Deferred<T> {
  readonly promise: Promise<T>;
  /** Set by the executor, which runs within the constructor. */
  resolve!: (value: T) => void;

  constructor() {
    this.promise = new Promise((resolve) => (this.resolve = resolve));
  }
}
