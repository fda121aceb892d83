import type { Passage } from '../markup/passage.js';
import { parseMarkup } from '../markup/parse-markup.js';
import type { Block } from '../markup/tree.js';
import { ownersOf } from '../schema/connect-docs.js';
import type { Entity, Schema } from '../schema/model.js';

/** An exchange of messages that documentation shows. */
export interface Example {
  /** What the documentation is about. */
  readonly owner: Entity | undefined;
  /** The literal text, in pieces where it is annotated. */
  readonly passages: readonly Passage[];
}

const ARROW = /->|<-/;

/**
 * The examples in the documentation of a schema: each `qmp-example`, and for each part of documentation all
 * other literal text together.
 */
export function* findExamples(schema: Schema): Generator<Example> {
  const owners = ownersOf(schema.entities.values());
  for (const doc of schema.docs) {
    const owner = owners.get(doc);
    for (const part of [doc.body, ...doc.members, ...doc.features, ...doc.sections]) {
      if (!ARROW.test(part.text)) continue;
      const { examples, others } = collect(parseMarkup(part));
      for (const passages of [...examples, others]) yield { owner, passages };
    }
  }
}

interface Collected {
  readonly examples: (readonly Passage[])[];
  readonly others: Passage[];
}

function collect(
  blocks: readonly Block[],
  into: Collected = { examples: [], others: [] },
): Collected {
  for (const block of blocks) {
    switch (block.kind) {
      case 'literal-block':
        into.others.push(block.text);
        break;
      case 'directive':
        if (block.name === 'qmp-example') into.examples.push(collect(block.blocks).others);
        else collect(block.blocks, into);
        break;
      case 'quote':
      case 'definition':
        collect(block.blocks, into);
        break;
      case 'bullet-list':
      case 'numbered-list':
        for (const item of block.items) collect(item.blocks, into);
        break;
      default:
        break;
    }
  }
  return into;
}
