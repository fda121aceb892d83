/**
 * Makes the ids of requests: `<name>:<uuid8>:<n>`. The name is for people who read a trace; the random
 * part tells this client's requests from those of earlier clients, whose late replies may still come;
 * the number is never used twice.
 */
export class RequestIds {
  readonly #client = crypto.randomUUID().slice(0, 8);
  #last = 0;

  next(command: string): string {
    this.#last += 1;
    return `${command}:${this.#client}:${this.#last}`;
  }
}
