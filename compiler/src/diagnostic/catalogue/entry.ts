/** One kind of problem: its words where it occurs, and its page in the documentation. */
export interface Entry<P> {
  /** The problem in a few words, for lists of rules. */
  readonly title: string;
  /** When it occurs, and why it is a problem. */
  readonly occurs: string;
  /** How to mend it. */
  readonly mend: string;
  readonly message: (parameters: P) => string;
  readonly help?: (parameters: P) => string | undefined;
  /** The reference reports a column too. */
  readonly hasColumn?: boolean;
}

/** Types the parameters of an entry. */
export function entry<P>(definition: Entry<P>): Entry<P> {
  return definition;
}
