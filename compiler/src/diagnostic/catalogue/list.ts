/** Names in a sentence. */
export function list(names: readonly string[], others = 0): string {
  const words = names.map((name) => `'${name}'`);
  if (others > 0) words.push(`${others} more`);
  const last = words.pop() ?? '';
  return words.length === 0 ? last : `${words.join(', ')} and ${last}`;
}
