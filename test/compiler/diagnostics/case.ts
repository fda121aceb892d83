/**
 * The text of a schema in which `«` and `»` mark what should be complained about, and U+FFFD stands for a byte
 * that is not UTF-8; undefined for a schema that does not exist.
 */
export type Case = string | undefined;

/** For each code the schemas that cause it. The first one is the example in the documentation. */
export type Cases<C extends string> = Readonly<Record<C, readonly [Case, ...Case[]]>>;
