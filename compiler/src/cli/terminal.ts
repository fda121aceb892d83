import { createColors } from 'picocolors';
import type { Diagnostic } from '../diagnostic/diagnostic.js';
import { formatFrame, type Palette } from '../diagnostic/format-frame.js';
import { formatJson } from '../diagnostic/format-json.js';
import { formatLine } from '../diagnostic/format-line.js';

export const FORMATS = ['frame', 'line', 'json'] as const;

/** How diagnostics are printed. */
export type Format = (typeof FORMATS)[number];

/** Exit codes of the command line. */
export const EXIT = { ok: 0, failed: 1, usage: 2 } as const;

/** Prints the diagnostics of one root schema. */
export function printDiagnostics(
  diagnostics: readonly Diagnostic[],
  schema: string,
  format: Format,
  stream: NodeJS.WriteStream,
): void {
  const palette = paletteFor(stream);
  for (const diagnostic of diagnostics) {
    switch (format) {
      case 'frame':
        stream.write(`${formatFrame(diagnostic, palette)}\n`);
        break;
      case 'line':
        stream.write(`${formatLine(diagnostic)}\n`);
        break;
      case 'json':
        stream.write(`${formatJson(diagnostic, schema)}\n`);
        break;
    }
  }
}

/** How many errors and warnings there are, in words. */
export function countDiagnostics(diagnostics: readonly Diagnostic[]): string {
  const count = (severity: Diagnostic['severity']): string => {
    const { length } = diagnostics.filter((diagnostic) => diagnostic.severity === severity);
    return `${length} ${severity}${length === 1 ? '' : 's'}`;
  };
  return `${count('error')}, ${count('warning')}`;
}

/** Colours on a terminal, unless NO_COLOR says otherwise. */
function paletteFor(stream: NodeJS.WriteStream): Palette {
  const isColored = stream.isTTY && (process.env.NO_COLOR ?? '') === '';
  const colors = createColors(isColored);
  return {
    error: (text) => colors.bold(colors.red(text)),
    warning: (text) => colors.bold(colors.yellow(text)),
    note: (text) => colors.bold(colors.cyan(text)),
    strong: colors.bold,
    dim: colors.dim,
  };
}
