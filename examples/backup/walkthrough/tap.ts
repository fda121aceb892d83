import type { Transport } from '@qapi-ts/runtime/client';

/** Told of every message as it stands on the wire; `->` is from the client, `<-` from the server. */
export type Listener = (arrow: '->' | '<-', message: string) => void;

/** The same connection, overheard. */
export function tap(transport: Transport, listener: Listener): Transport {
  const hearClient = splitLines((line) => {
    listener('->', line);
  });
  const hearServer = splitLines((line) => {
    listener('<-', line);
  });
  return {
    get peer() {
      return transport.peer;
    },
    get bufferedBytes() {
      return transport.bufferedBytes;
    },
    start: (sink) => {
      transport.start({
        onData: (chunk) => {
          hearServer(chunk);
          sink.onData(chunk);
        },
        onEnd: () => {
          sink.onEnd();
        },
        onDrain: () => {
          sink.onDrain();
        },
        onClose: (error) => {
          sink.onClose(error);
        },
      });
    },
    write: (data) => {
      hearClient(data);
      transport.write(data);
    },
    pause: () => {
      transport.pause();
    },
    resume: () => {
      transport.resume();
    },
    end: () => {
      transport.end();
    },
    destroy: () => {
      transport.destroy();
    },
  };
}

/** Client and daemon send each message on a line of its own, in ASCII. */
function splitLines(onLine: (line: string) => void): (data: string | Uint8Array) => void {
  let rest = '';
  return (data) => {
    rest += typeof data === 'string' ? data : Buffer.from(data).toString('latin1');
    const lines = rest.split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) onLine(line.trimEnd());
  };
}
