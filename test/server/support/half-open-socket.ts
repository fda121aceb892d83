import { once } from 'node:events';
import { createConnection, type Socket } from 'node:net';
import type { Transport, TransportSink } from '../../../runtime/src/transport/transport.js';

/** A unix socket whose `end` only ends the output: what the server still sends is delivered. */
export class HalfOpenSocket implements Transport {
  readonly peer = 'server';
  readonly #socket: Socket;

  private constructor(socket: Socket) {
    this.#socket = socket;
  }

  static async open(path: string): Promise<HalfOpenSocket> {
    const socket = createConnection({ path, allowHalfOpen: true });
    await once(socket, 'connect');
    return new HalfOpenSocket(socket);
  }

  get bufferedBytes(): number {
    return this.#socket.writableLength;
  }

  start(sink: TransportSink): void {
    let reason: Error | undefined;
    this.#socket
      .on('data', (chunk) => {
        sink.onData(chunk);
      })
      .on('end', () => {
        sink.onEnd();
        this.#socket.end();
      })
      .on('drain', () => {
        sink.onDrain();
      })
      .on('error', (error) => (reason = error))
      .on('close', () => {
        sink.onClose(reason);
      });
  }

  write(data: string | Uint8Array): void {
    this.#socket.write(data);
  }

  pause(): void {
    this.#socket.pause();
  }

  resume(): void {
    this.#socket.resume();
  }

  end(): void {
    this.#socket.end();
  }

  destroy(): void {
    this.#socket.destroy();
  }
}
