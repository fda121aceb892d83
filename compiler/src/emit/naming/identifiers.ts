/** A schema name as a TypeScript identifier: verbatim where possible, `_` for what cannot be. */
export function toIdentifier(name: string): string {
  const identifier = name.replace(/[^A-Za-z0-9_]/g, '_');
  return /^[0-9]/.test(identifier) || identifier === '' ? `_${identifier}` : identifier;
}

/** `volume-add` as `VolumeAdd`. Capitals inside a word stay as they are. */
export function toPascalCase(name: string): string {
  const words = name.split(/[^A-Za-z0-9]+/);
  return toIdentifier(words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join(''));
}

/** `volume-add` as `volumeAdd`. */
export function toCamelCase(name: string): string {
  const pascal = toPascalCase(name);
  return pascal.charAt(0).toLowerCase() + pascal.slice(1);
}
