import type { Condition, Feature } from '../../schema/model.js';
import type { DocMember } from '../../syntax/documentation.js';
import type { DocComment } from '../print/source-module.js';
import { formatCondition } from './format-condition.js';
import { code, type FindType } from './inline.js';
import { labelOf, Markup, renderList } from './markup.js';
import { dedent, dedentDescription } from './text-lines.js';

/** Something to be listed: a value, an alternative, a feature. */
export interface Item {
  readonly name: string;
  readonly text: string;
  readonly condition: Condition | undefined;
  readonly features: readonly Feature[];
}

/** Puts a TSDoc comment together: the text first, then the block tags, each in the order of the calls. */
export class DocBuilder {
  readonly #text: string[] = [];
  readonly #tags: string[] = [];
  readonly #markup: Markup;

  constructor(findType: FindType) {
    this.#markup = new Markup(findType);
  }

  /** Paragraphs of a schema's documentation. */
  text(text: string): this {
    return this.#block(this.#markup.render(dedent(text.split('\n'))));
  }

  /** What a schema's documentation says of something that it names on the first line. */
  description(text: string): this {
    return this.#block(this.#markup.render(dedentDescription(text)));
  }

  /** A sentence of ours. */
  sentence(text: string): this {
    return this.#block([text]);
  }

  condition(condition: Condition | undefined): this {
    return condition === undefined ? this : this.#block([`Only ${ifClause(condition)}.`]);
  }

  /** A list with a heading; nothing where there is nothing to list. */
  list(heading: string, items: readonly Item[]): this {
    if (items.length === 0) return this;
    const rendered = items.map(({ name, text, condition, features }) => {
      const remarks = features.map((feature) => remarkOf(feature));
      if (condition !== undefined) remarks.push(ifClause(condition));
      const lines = this.#markup.render(dedentDescription(text));
      return { label: labelOf(name, remarks), lines };
    });
    return this.#block([heading, '', ...renderList(rendered)]);
  }

  tag(name: string, text: string): this {
    const [first = '', ...rest] = this.#markup.render(dedentDescription(text));
    this.#tags.push(`@${name} ${first}`.trimEnd(), ...rest);
    return this;
  }

  /**
   * `@deprecated` and `@experimental` from the special features; the others as a list. What is said of
   * features stands in the documentation of the definition, also for its members.
   */
  features(features: readonly Feature[], described: readonly DocMember[]): this {
    const items = features.map((feature) => ({
      ...feature,
      text: described.find(({ name }) => name === feature.name)?.text ?? '',
      features: [],
    }));
    this.list(
      'Features:',
      items.filter(({ name }) => name !== 'deprecated' && name !== 'unstable'),
    );
    for (const { name, text } of items) {
      if (name === 'deprecated') this.tag('deprecated', text);
      if (name === 'unstable') this.tag('experimental', text);
    }
    return this;
  }

  /** @param see where the definition stands in the schema, if that is worth telling */
  build(see?: string): DocComment {
    const tags = [...this.#tags];
    for (const { title, lines } of this.#markup.examples) {
      tags.push(`@example ${title}`.trimEnd(), '', ...lines);
    }
    if (see !== undefined) tags.push(`@see ${see}`);
    const gap = this.#text.length > 0 && tags.length > 0 ? [''] : [];
    return { lines: [...this.#text, ...gap, ...tags], links: [...this.#markup.links] };
  }

  #block(lines: readonly string[]): this {
    if (lines.length > 0 && this.#text.length > 0) this.#text.push('');
    this.#text.push(...lines);
    return this;
  }
}

function ifClause(condition: Condition): string {
  return `if ${code(formatCondition(condition))}`;
}

function remarkOf({ name }: Feature): string {
  return name === 'deprecated' || name === 'unstable' ? name : `feature ${code(name)}`;
}
