/** Lets all usual text pass at once; what it finds needs a closer look, for it takes pairs apart. */
const SUSPECT = /[\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]/;

/** Surrogates without their other half, and noncharacters. */
const REFUSED = /[\p{Cs}\p{Noncharacter_Code_Point}]/u;

/** Whether a text has what JavaScript strings can hold but QMP refuses (wire.md 5.4, 5.5, 16.7). */
export function hasRefusedCharacter(text: string): boolean {
  return SUSPECT.test(text) && REFUSED.test(text);
}

/** The text with U+FFFD in the place of each refused character. */
export function replaceRefusedCharacters(text: string): string {
  return SUSPECT.test(text) ? text.replace(new RegExp(REFUSED, 'gu'), '\ufffd') : text;
}
