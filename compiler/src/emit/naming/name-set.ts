/** Names in use in one scope. */
export class NameSet {
  readonly #taken: Set<string>;

  constructor(reserved: Iterable<string>) {
    this.#taken = new Set(reserved);
  }

  /**
   * Takes `wanted`, or where it is taken `wanted$`, `wanted$2` and so on. Names of schemas have no `$`,
   * so that no name ever changes because another one was in its way and moved.
   */
  claim(wanted: string): string {
    let name = wanted;
    for (let n = 1; this.#taken.has(name); n++) name = n === 1 ? `${wanted}$` : `${wanted}$${n}`;
    this.#taken.add(name);
    return name;
  }
}
