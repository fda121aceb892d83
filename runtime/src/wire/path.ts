/** Where a value stands in a larger one: names of members and indices of elements, outermost first. */
export type Path = (string | number)[];

/** The first `length` steps of a path in the form `a.b[0].c`. */
export function formatPath(path: Readonly<Path>, length: number): string {
  let text = '';
  for (const step of path.slice(0, length)) {
    if (typeof step === 'number') text += `[${step}]`;
    else text += text === '' ? step : `.${step}`;
  }
  return text;
}
