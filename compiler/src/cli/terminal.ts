import { createColors } from 'picocolors';
import { PLAIN_STYLE, type FrameStyle } from '../diagnostic/format-frame.js';

/** How frames look on a stream. */
export function frameStyleFor(stream: Pick<NodeJS.WriteStream, 'isTTY' | 'columns'>): FrameStyle {
  const colors = createColors(usesColor(stream, process.env));
  return {
    columns: stream.isTTY ? Math.min(stream.columns, PLAIN_STYLE.columns) : PLAIN_STYLE.columns,
    palette: {
      error: (text) => colors.bold(colors.red(text)),
      warning: (text) => colors.bold(colors.yellow(text)),
      note: (text) => colors.bold(colors.cyan(text)),
      strong: colors.bold,
      dim: colors.dim,
    },
  };
}

/** Colours on a terminal, unless NO_COLOR says otherwise; and everywhere with FORCE_COLOR, other than 0. */
export function usesColor(
  stream: { readonly isTTY?: boolean | undefined },
  { FORCE_COLOR, NO_COLOR, TERM }: Readonly<Record<string, string | undefined>>,
): boolean {
  if (FORCE_COLOR !== undefined && FORCE_COLOR !== '') {
    return FORCE_COLOR !== '0' && FORCE_COLOR !== 'false';
  }
  if (NO_COLOR !== undefined && NO_COLOR !== '') return false;
  // Pipes do not have the property, whatever its type says.
  return stream.isTTY === true && TERM !== 'dumb';
}
