import { matchDirective, matchOption } from './line-forms.js';
import { commonIndent, isBlank, trimBlank, type Line } from './passage.js';

/** A directive taken apart, its text not yet parsed. */
export interface DirectiveLines {
  readonly name: string;
  readonly argument: readonly Line[];
  readonly options: readonly OptionLines[];
  readonly content: readonly Line[];
  /** Whether the content counts as it stands. */
  readonly isLiteral: boolean;
}

export interface OptionLines {
  readonly name: string;
  readonly value: readonly Line[];
  readonly lines: readonly Line[];
}

/** Directives whose content is code. */
export const CODE_DIRECTIVES: ReadonlySet<string> = new Set([
  'code',
  'code-block',
  'parsed-literal',
  'sourcecode',
]);
/** Directives without an argument: what stands behind the name is content. */
const WITHOUT_ARGUMENT = new Set([
  'attention',
  'caution',
  'danger',
  'error',
  'hint',
  'important',
  'note',
  'qmp-example',
  'seealso',
  'tip',
  'todo',
  'warning',
]);

/** Takes a directive apart: its line, and those that are indented below it. Undefined for a comment. */
export function readDirective(lines: readonly Line[]): DirectiveLines | undefined {
  const [head, ...body] = lines;
  const directive = head && matchDirective(head);
  if (head === undefined || directive === undefined) return undefined;
  const { name, length } = directive;
  const text = head.text.slice(length);
  const hasArgument = !WITHOUT_ARGUMENT.has(name);
  // Content that has begun is not followed by options.
  const { options, end } = hasArgument || text === '' ? readOptions(body) : { options: [], end: 0 };
  const rest = trimBlank(body.slice(end));
  // What stands behind the name goes on below it, wherever that is indented.
  const indent = rest.length > 0 ? commonIndent(rest) : head.indent + length;
  const behind = text === '' ? [] : [{ indent, text, start: head.start + length }];
  const isAnnotated = options.some((option) => option.name === 'annotated');
  return {
    name,
    argument: hasArgument ? behind : [],
    options,
    content: hasArgument ? rest : [...behind, ...body.slice(end)],
    isLiteral: CODE_DIRECTIVES.has(name) || (name === 'qmp-example' && !isAnnotated),
  };
}

/** The options right below the directive's line, and where they end. */
function readOptions(body: readonly Line[]): { options: readonly OptionLines[]; end: number } {
  const options: OptionLines[] = [];
  let end = 0;
  for (let head = body[0]; head !== undefined; head = body[end]) {
    const option = matchOption(head);
    if (option === undefined) break;
    const start = end;
    end += 1;
    for (let line = body[end]; line !== undefined && line.indent > head.indent; line = body[end]) {
      if (isBlank(line)) break;
      end += 1;
    }
    const text = head.text.slice(option.length);
    const below = body.slice(start + 1, end);
    const indent = below.length > 0 ? commonIndent(below) : head.indent;
    const first = text === '' ? [] : [{ indent, text, start: head.start + option.length }];
    options.push({ name: option.name, value: [...first, ...below], lines: body.slice(start, end) });
  }
  return { options, end };
}
