const WIDTH = 100;
/** `  123 ms  ->  ` */
const MARGIN = 14;

/** Writes down what happens, with the time since the start. */
export class Transcript {
  readonly #print: (line: string) => void;
  readonly #startedAt = performance.now();
  #step = 0;

  constructor(print: (line: string) => void) {
    this.#print = print;
  }

  beginStep(title: string): void {
    this.#step += 1;
    this.#print(`\n${this.#step}. ${title}`);
  }

  note(text: string): void {
    this.#print(`\n${text}`);
  }

  /** `->` is from the client, `<-` from the server. */
  readonly message = (arrow: '->' | '<-', message: string): void => {
    const time = `${Math.round(performance.now() - this.#startedAt)} ms`;
    const lines = wrap(leaveOutTimestamp(message), WIDTH - MARGIN);
    this.#print(`${time.padStart(8)}  ${arrow}  ${lines.join(`\n${' '.repeat(MARGIN)}`)}`);
  };
}

/** The transcript has its own. */
function leaveOutTimestamp(message: string): string {
  return message.replace(/, "timestamp": \{[^}]*\}/, '');
}

/** Breaks between members, where a line would be too long. */
function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const member of text.split(/(?<=,) /)) {
    if (line !== '' && line.length + 1 + member.length > width) {
      lines.push(line);
      line = ` ${member}`;
    } else line = line === '' ? member : `${line} ${member}`;
  }
  return [...lines, line];
}
