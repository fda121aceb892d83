export const FORMATS = ['frame', 'line', 'json', 'github', 'sarif'] as const;

/** How diagnostics are printed. */
export type Format = (typeof FORMATS)[number];
