import type { Diagnostic } from './diagnostic.js';
import type { Format } from './format.js';
import { formatFrame, type FrameStyle } from './format-frame.js';
import { formatGithub } from './format-github.js';
import { formatJson } from './format-json.js';
import { formatLine } from './format-line.js';
import { formatSarif } from './format-sarif.js';
import { describeOmitted } from './tally.js';

/** Makes text of the diagnostics of one run, one by one or all at the end. */
export interface Formatter {
  /**
   * @param schema the root schema, as the user gave it.
   * @returns what can be printed now.
   */
  add(diagnostic: Diagnostic, schema: string): string;
  /**
   * @param omitted how many errors more were found, beyond the limit of the run.
   * @returns the rest.
   */
  finish(omitted: number): string;
}

/** @param style of frames. */
export function createFormatter(format: Format, style: FrameStyle): Formatter {
  switch (format) {
    case 'frame':
      return forPeople((diagnostic) => formatFrame(diagnostic, style));
    case 'line':
      return forPeople(formatLine);
    case 'github':
      return forPeople(formatGithub);
    case 'json':
      // Lines that are no objects would be in the way of tools.
      return {
        add: (diagnostic, schema) => `${formatJson(diagnostic, schema)}\n`,
        finish: () => '',
      };
    case 'sarif': {
      const diagnostics: Diagnostic[] = [];
      return {
        add(diagnostic) {
          diagnostics.push(diagnostic);
          return '';
        },
        finish: (omitted) => formatSarif(diagnostics, omitted),
      };
    }
  }
}

function forPeople(format: (diagnostic: Diagnostic) => string): Formatter {
  return {
    add: (diagnostic) => `${format(diagnostic)}\n`,
    finish: (omitted) => (omitted === 0 ? '' : `${describeOmitted(omitted)}\n`),
  };
}
