/**
 * What the JSON schema of SARIF 2.1.0 demands of the objects that our logs have: which keys there can be and
 * which must be, of what type. No object may have other keys.
 */
type Rule =
  | { readonly object: string }
  | { readonly arrayOf: Rule; readonly isUnique?: true }
  | { readonly oneOf: readonly unknown[] }
  | { readonly atLeast: number }
  | 'string'
  | 'boolean'
  | 'uri'
  | 'uri-reference';

interface ObjectRule {
  readonly required: readonly string[];
  readonly keys: Readonly<Record<string, Rule>>;
}

const LEVEL: Rule = { oneOf: ['none', 'note', 'warning', 'error'] };
const MESSAGE: Rule = { object: 'message' };
const MULTIFORMAT: Rule = { object: 'multiformatMessageString' };

const RULES: Readonly<Record<string, ObjectRule>> = {
  log: {
    required: ['version', 'runs'],
    keys: { $schema: 'uri', version: { oneOf: ['2.1.0'] }, runs: { arrayOf: { object: 'run' } } },
  },
  run: {
    required: ['tool'],
    keys: {
      tool: { object: 'tool' },
      columnKind: { oneOf: ['utf16CodeUnits', 'unicodeCodePoints'] },
      invocations: { arrayOf: { object: 'invocation' } },
      results: { arrayOf: { object: 'result' } },
    },
  },
  tool: { required: ['driver'], keys: { driver: { object: 'toolComponent' } } },
  toolComponent: {
    required: ['name'],
    keys: {
      name: 'string',
      semanticVersion: 'string',
      rules: { arrayOf: { object: 'reportingDescriptor' }, isUnique: true },
    },
  },
  reportingDescriptor: {
    required: ['id'],
    keys: {
      id: 'string',
      shortDescription: MULTIFORMAT,
      fullDescription: MULTIFORMAT,
      help: MULTIFORMAT,
      defaultConfiguration: { object: 'reportingConfiguration' },
    },
  },
  reportingConfiguration: { required: [], keys: { level: LEVEL } },
  multiformatMessageString: { required: ['text'], keys: { text: 'string', markdown: 'string' } },
  // `text` or `id` must be there; we have no ids.
  message: { required: ['text'], keys: { text: 'string', markdown: 'string' } },
  invocation: {
    required: ['executionSuccessful'],
    keys: {
      executionSuccessful: 'boolean',
      toolExecutionNotifications: { arrayOf: { object: 'notification' } },
    },
  },
  notification: { required: ['message'], keys: { message: MESSAGE, level: LEVEL } },
  result: {
    required: ['message'],
    keys: {
      ruleId: 'string',
      ruleIndex: { atLeast: -1 },
      level: LEVEL,
      message: MESSAGE,
      locations: { arrayOf: { object: 'location' } },
      relatedLocations: { arrayOf: { object: 'location' }, isUnique: true },
    },
  },
  location: {
    required: [],
    keys: {
      id: { atLeast: -1 },
      physicalLocation: { object: 'physicalLocation' },
      logicalLocations: { arrayOf: { object: 'logicalLocation' }, isUnique: true },
      message: MESSAGE,
    },
  },
  // `artifactLocation` or `address` must be there; we have no addresses.
  physicalLocation: {
    required: ['artifactLocation'],
    keys: { artifactLocation: { object: 'artifactLocation' }, region: { object: 'region' } },
  },
  artifactLocation: { required: [], keys: { uri: 'uri-reference' } },
  region: {
    required: [],
    keys: {
      startLine: { atLeast: 1 },
      startColumn: { atLeast: 1 },
      endLine: { atLeast: 1 },
      endColumn: { atLeast: 1 },
    },
  },
  logicalLocation: { required: [], keys: { name: 'string', kind: 'string' } },
};

/** Where a log breaks the rules, and how. */
export function sarifFaults(log: unknown): readonly string[] {
  return faults(log, { object: 'log' }, '$');
}

function faults(value: unknown, rule: Rule, path: string): readonly string[] {
  const check = (holds: boolean, wanted: string): readonly string[] =>
    holds ? [] : [`${path}: ${JSON.stringify(value)} is not ${wanted}`];
  if (typeof rule === 'string') {
    if (rule === 'boolean') return check(typeof value === 'boolean', rule);
    if (typeof value !== 'string') return check(false, 'a string');
    if (rule === 'uri') return check(URL.canParse(value), rule);
    // Nothing that would have to be escaped.
    if (rule === 'uri-reference') return check(/^[\w\-.~:/?#@!$&'()*+,;=%]*$/.test(value), rule);
    return [];
  }
  if ('oneOf' in rule) return check(rule.oneOf.includes(value), `one of ${String(rule.oneOf)}`);
  if ('atLeast' in rule) {
    const isFine = Number.isInteger(value) && Number(value) >= rule.atLeast;
    return check(isFine, `an integer from ${rule.atLeast}`);
  }
  if ('arrayOf' in rule) {
    if (!Array.isArray(value)) return check(false, 'an array');
    const texts = value.map((item) => JSON.stringify(item));
    const isUnique = rule.isUnique !== true || new Set(texts).size === texts.length;
    return [
      ...check(isUnique, 'without repetition'),
      ...value.flatMap((item, index) => faults(item, rule.arrayOf, `${path}[${index}]`)),
    ];
  }
  return objectFaults(value, rule.object, path);
}

function objectFaults(value: unknown, type: string, path: string): readonly string[] {
  const rule = RULES[type];
  if (rule === undefined) throw new Error(`no rule for ${type}`);
  if (typeof value !== 'object' || value === null) return [`${path} is not an object`];
  const missing = rule.required
    .filter((key) => !Object.hasOwn(value, key))
    .map((key) => `${path}.${key} is missing`);
  const found = Object.entries(value).flatMap(([key, item]) => {
    const own = Object.hasOwn(rule.keys, key) ? rule.keys[key] : undefined;
    return own === undefined ? [`${path}.${key} is unknown`] : faults(item, own, `${path}.${key}`);
  });
  return [...missing, ...found];
}
