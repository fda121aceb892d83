/** The line width that prettier is told in this project. */
const PRINT_WIDTH = 100;

export const INDENT = '  ';

/** Whether a line with this text, which has no line break, is narrow enough. */
export function fits(line: string): boolean {
  return line.length <= PRINT_WIDTH;
}
