/** A character as a terminal shows it. */
export interface Cell {
  readonly text: string;
  /** Columns: 2 for East Asian characters and emoji, 0 for accents that join the character before. */
  readonly width: number;
}

const TAB_WIDTH = 8;
/** Control characters, marks that turn the direction of text around, line separators, half characters. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/u;
const JOINED = /\p{Mn}|\p{Me}/u;
const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\u4dbf\u4e00-\ua4cf\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1b000}-\u{1b2ff}\u{20000}-\u{3fffd}]|\p{Emoji_Presentation}/u;

/** Text of one line without what could move the cursor or hide something. */
export function toVisible(text: string): string {
  return text.replace(new RegExp(INVISIBLE, 'gu'), '\uFFFD');
}

/** How a character is shown that begins in a certain column. A tab is several spaces. */
export function showCharacter(character: string, column: number): readonly Cell[] {
  if (character === '\t') {
    return Array.from({ length: TAB_WIDTH - (column % TAB_WIDTH) }, () => ({
      text: ' ',
      width: 1,
    }));
  }
  return [{ text: toVisible(character), width: widthOf(character) }];
}

function widthOf(character: string): number {
  if (character < '\u0300') return 1;
  if (JOINED.test(character)) return 0;
  return WIDE.test(character) ? 2 : 1;
}
