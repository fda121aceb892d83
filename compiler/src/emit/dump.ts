import { documentedMembers } from '../schema/connect-docs.js';
import type { Condition, Entity, Feature, Member, Module, Schema } from '../schema/model.js';
import type { Documentation } from '../syntax/documentation.js';
import { ownersOf } from '../schema/connect-docs.js';

/** The resolved schema in the text form that the reference's own tests compare. */
export function dumpSchema(schema: Schema): string {
  const lines: string[] = [];
  for (const module of schema.modules) dumpModule(module, lines);
  const owners = ownersOf(schema.entities.values());
  for (const doc of schema.docs) dumpDocumentation(doc, owners.get(doc), lines);
  return lines.map((line) => `${line}\n`).join('');
}

function dumpModule(module: Module, lines: string[]): void {
  lines.push(`module ${module.name}`);
  for (const entry of module.entries) {
    if (entry.kind === 'include') lines.push(`include ${entry.module}`);
    else dumpEntity(entry, lines);
  }
}

function dumpEntity(entity: Entity, lines: string[]): void {
  const end = (): void => {
    dumpCondition(entity.condition, 4, lines);
    dumpFeatures(entity.features, 4, lines);
  };
  switch (entity.kind) {
    case 'builtin':
      break;
    case 'array':
      // Those of the built-in types exist whether they are used or not.
      if (entity.span === undefined) break;
      lines.push(`array ${entity.name} ${entity.element.name}`);
      dumpCondition(entity.condition, 4, lines);
      break;
    case 'enum':
      lines.push(`enum ${entity.name}`);
      if (entity.prefix !== undefined) lines.push(`    prefix ${entity.prefix}`);
      for (const { name, condition, features } of entity.values) {
        lines.push(`    member ${name}`);
        dumpCondition(condition, 8, lines);
        dumpFeatures(features, 8, lines);
      }
      end();
      break;
    case 'object':
      lines.push(`object ${entity.name}`);
      if (entity.base !== undefined) lines.push(`    base ${entity.base.name}`);
      for (const member of entity.localMembers) dumpMember(member, lines);
      if (entity.variants !== undefined) {
        dumpVariants(entity.variants.tag.name, entity.variants.branches, lines);
      }
      end();
      break;
    case 'alternate':
      lines.push(`alternate ${entity.name}`);
      dumpVariants('type', entity.alternatives, lines);
      end();
      break;
    case 'command': {
      const argument = entity.argType?.name ?? 'None';
      lines.push(`command ${entity.name} ${argument} -> ${entity.returnType?.name ?? 'None'}`);
      const flags = [
        `gen=${truth(entity.gen)}`,
        `success_response=${truth(entity.successResponse)}`,
        `boxed=${truth(entity.boxed)}`,
        `oob=${truth(entity.allowOob)}`,
        `preconfig=${truth(entity.allowPreconfig)}`,
        ...(entity.coroutine ? ['coroutine=True'] : []),
      ];
      lines.push(`    ${flags.join(' ')}`);
      end();
      break;
    }
    case 'event':
      lines.push(`event ${entity.name} ${entity.argType?.name ?? 'None'}`);
      lines.push(`    boxed=${truth(entity.boxed)}`);
      end();
      break;
  }
}

function dumpMember(member: Member, lines: string[]): void {
  lines.push(`    member ${member.name}: ${member.type.name} optional=${truth(member.optional)}`);
  dumpCondition(member.condition, 8, lines);
  dumpFeatures(member.features, 8, lines);
}

function dumpVariants(
  tag: string,
  variants: readonly {
    readonly name: string;
    readonly type: { readonly name: string };
    readonly condition: Condition | undefined;
  }[],
  lines: string[],
): void {
  lines.push(`    tag ${tag}`);
  for (const { name, type, condition } of variants) {
    lines.push(`    case ${name}: ${type.name}`);
    dumpCondition(condition, 8, lines);
  }
}

function dumpCondition(condition: Condition | undefined, indent: number, lines: string[]): void {
  if (condition === undefined) return;
  const text = typeof condition === 'string' ? condition : formatCondition(condition);
  lines.push(`${' '.repeat(indent)}if ${text}`);
}

function formatCondition(condition: Condition): string {
  if (typeof condition === 'string') return `'${condition}'`;
  if ('not' in condition) return `{'not': ${formatCondition(condition.not)}}`;
  const [operator, terms] = 'all' in condition ? ['all', condition.all] : ['any', condition.any];
  return `{'${operator}': [${terms.map(formatCondition).join(', ')}]}`;
}

function dumpFeatures(features: readonly Feature[], indent: number, lines: string[]): void {
  for (const { name, condition } of features) {
    lines.push(`${' '.repeat(indent)}feature ${name}`);
    dumpCondition(condition, indent + 4, lines);
  }
}

/** Undocumented members are listed too, with an empty text. */
function dumpDocumentation(doc: Documentation, owner: Entity | undefined, lines: string[]): void {
  lines.push(doc.symbol === undefined ? 'doc freeform' : `doc symbol=${doc.symbol}`);
  lines.push('    body=', doc.body.text);
  const described = new Set(doc.members.map(({ name }) => name));
  const missing = (owner === undefined ? [] : documentedMembers(owner)).filter(
    ({ name }) => !described.has(name),
  );
  for (const { name, text } of doc.members) lines.push(`    arg=${name}`, text);
  for (const { name } of missing) lines.push(`    arg=${name}`, '');
  for (const { name, text } of doc.features) lines.push(`    feature=${name}`, text);
  for (const { kind, text } of doc.sections) lines.push(`    section=${kind}`, text);
}

function truth(value: boolean): string {
  return value ? 'True' : 'False';
}
