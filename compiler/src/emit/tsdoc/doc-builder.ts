import type { Condition, Feature } from '../../schema/model.js';
import type { DocMember, DocText } from '../../syntax/documentation.js';
import type { DocComment } from '../print/source-module.js';
import { formatCondition } from './format-condition.js';
import { code } from './escape.js';
import type { FindType } from './inline.js';
import { append, isProse } from './lines.js';
import { Markup } from './markup.js';
import { labelOf, renderList } from './render-list.js';

/** Something to be listed: a value, an alternative, a feature. */
export interface Item {
  readonly name: string;
  /** What the schema's documentation says of it. */
  readonly doc: DocText | undefined;
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

  /** A part of a schema's documentation. */
  text(doc: DocText | undefined): this {
    return this.#block(this.#markup.render(doc));
  }

  /** A sentence of ours. */
  sentence(text: string): this {
    return this.#block([text]);
  }

  condition(condition: Condition | undefined): this {
    return condition === undefined ? this : this.#block([`Only ${ifClause(condition)}.`]);
  }

  /**
   * A list with a heading; nothing where there is nothing to list.
   *
   * @param described what the documentation of the definition says of the items' features
   */
  list(heading: string, items: readonly Item[], described?: ReadonlyMap<string, DocMember>): this {
    if (items.length === 0) return this;
    const rendered = items.map(({ name, doc, condition, features }) => {
      const remarks = features.map((feature) => remarkOf(feature));
      if (condition !== undefined) remarks.push(ifClause(condition));
      const lines = [...this.#markup.render(doc)];
      for (const feature of features) {
        append(lines, this.#markup.render(described?.get(feature.name)));
      }
      return { label: labelOf(name, remarks), lines };
    });
    return this.#block([heading, '', ...renderList(rendered)]);
  }

  tag(name: string, doc: DocText | undefined): this {
    this.#tag(name, this.#markup.render(doc));
    return this;
  }

  /**
   * `@deprecated` and `@experimental` from the special features; the others as a list.
   *
   * @param described what the documentation of the definition says of features, also of its members'
   */
  features(features: readonly Feature[], described: ReadonlyMap<string, DocMember>): this {
    const others: Item[] = [];
    for (const { name, condition } of features) {
      const doc = described.get(name);
      if (name === 'deprecated') this.tag('deprecated', doc);
      else if (name === 'unstable') this.tag('experimental', doc);
      else others.push({ name, doc, condition, features: [] });
    }
    return this.list('Features:', others);
  }

  /** @param see where the definition stands in the schema, if that is worth telling */
  build(see?: string): DocComment {
    for (const { title, lines } of this.#markup.examples) {
      this.#tags.push(`@example ${title}`.trimEnd());
      if (lines.length > 0) this.#tags.push('');
      append(this.#tags, lines);
    }
    if (see !== undefined) this.#tags.push(`@see ${see}`);
    const gap = this.#text.length > 0 && this.#tags.length > 0 ? [''] : [];
    return { lines: [...this.#text, ...gap, ...this.#tags], links: [...this.#markup.links] };
  }

  #tag(name: string, lines: readonly string[]): void {
    const [first = '', ...rest] = lines;
    // A list or a block of code begins on a line of its own.
    const isInline = isProse(first);
    this.#tags.push(isInline ? `@${name} ${first}`.trimEnd() : `@${name}`);
    append(this.#tags, isInline ? rest : lines);
  }

  #block(lines: readonly string[]): this {
    if (lines.length > 0 && this.#text.length > 0) this.#text.push('');
    append(this.#text, lines);
    return this;
  }
}

function ifClause(condition: Condition): string {
  return `if ${code(formatCondition(condition))}`;
}

function remarkOf({ name }: Feature): string {
  return name === 'deprecated' || name === 'unstable' ? name : `feature ${code(name)}`;
}
