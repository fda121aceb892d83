/** Which keys an object must have, and which it may have. */
export interface KeyRule {
  readonly required: readonly string[];
  readonly optional: readonly string[];
}

/** The keys of everything that is written as an object of fixed keys. */
export const KEY_RULES = {
  enum: { required: ['enum', 'data'], optional: ['if', 'features', 'prefix'] },
  struct: { required: ['struct', 'data'], optional: ['base', 'if', 'features'] },
  union: { required: ['union', 'base', 'discriminator', 'data'], optional: ['if', 'features'] },
  alternate: { required: ['alternate', 'data'], optional: ['if', 'features'] },
  command: {
    required: ['command'],
    optional: [
      'data',
      'returns',
      'boxed',
      'if',
      'features',
      'gen',
      'success-response',
      'allow-oob',
      'allow-preconfig',
      'coroutine',
    ],
  },
  event: { required: ['event'], optional: ['data', 'boxed', 'if', 'features'] },
  value: { required: ['name'], optional: ['if', 'features'] },
  feature: { required: ['name'], optional: ['if'] },
  member: { required: ['type'], optional: ['if', 'features'] },
  branch: { required: ['type'], optional: ['if'] },
  alternative: { required: ['type'], optional: ['if'] },
  condition: { required: [], optional: ['all', 'any', 'not'] },
} as const satisfies Readonly<Record<string, KeyRule>>;
