/** How parts of a frame are coloured. */
export interface Palette {
  readonly error: (text: string) => string;
  readonly warning: (text: string) => string;
  readonly note: (text: string) => string;
  readonly strong: (text: string) => string;
  readonly dim: (text: string) => string;
}

const same = (text: string): string => text;

export const PLAIN_PALETTE: Palette = {
  error: same,
  warning: same,
  note: same,
  strong: same,
  dim: same,
};
