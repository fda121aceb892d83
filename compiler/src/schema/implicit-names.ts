/** The name of an array type. Other types cannot have it: their names must not end in `List`. */
export function arrayName(element: string): string {
  return `${element}List`;
}

/** The name of the implicit type of inline `data` or `base`. */
export function implicitName(definition: string, role: 'arg' | 'base'): string {
  return `q_obj_${definition}-${role}`;
}
