/** No bytes. */
export const NO_BYTES = new Uint8Array(0);

/** Chunks in the order of their arrival: adding and taking cost the same however many there are. */
export class ChunkQueue {
  #first: Link | undefined;
  #last: Link | undefined;
  /** Sum of the lengths of the chunks held. */
  byteLength = 0;

  push(chunk: Uint8Array): void {
    const link: Link = { chunk, next: undefined };
    if (this.#last === undefined) this.#first = link;
    else this.#last.next = link;
    this.#last = link;
    this.byteLength += chunk.length;
  }

  shift(): Uint8Array | undefined {
    const link = this.#first;
    if (link === undefined) return undefined;
    this.#first = link.next;
    if (this.#first === undefined) this.#last = undefined;
    this.byteLength -= link.chunk.length;
    return link.chunk;
  }

  clear(): void {
    this.#first = this.#last = undefined;
    this.byteLength = 0;
  }
}

interface Link {
  readonly chunk: Uint8Array;
  next: Link | undefined;
}

/** Larger buffers are given back when cleared, so that one big token does not cost memory for ever. */
const KEPT_CAPACITY = 4096;

/** Fewer bytes are faster copied one by one than through a view. */
const SHORT = 16;

/** Bytes that grow at the end, by doubling: appending one by one stays linear. */
export class ByteBuffer {
  /** The first `length` of these count. */
  bytes = NO_BYTES;
  length = 0;

  append(source: Uint8Array, start: number, end: number): void {
    const length = this.length + end - start;
    if (length > this.bytes.length) {
      const grown = new Uint8Array(Math.max(length, 2 * this.bytes.length, 64));
      grown.set(this.bytes.subarray(0, this.length));
      this.bytes = grown;
    }
    if (end - start < SHORT) {
      for (let i = start; i < end; i++) this.bytes[this.length + i - start] = source[i] ?? 0;
    } else {
      this.bytes.set(source.subarray(start, end), this.length);
    }
    this.length = length;
  }

  clear(): void {
    this.length = 0;
    if (this.bytes.length > KEPT_CAPACITY) this.bytes = NO_BYTES;
  }
}
