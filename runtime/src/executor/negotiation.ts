import type { CommandTable, EnumTable, ObjectTable } from '../abi/tables.js';
import { QmpError } from '../message/qmp-error.js';
import type { Request } from '../message/request.js';
import { decodeArguments } from '../validate/decode.js';

/** The capabilities of the protocol. */
export type Capability = 'oob';

const CAPABILITY: EnumTable = { kind: 'enum', name: 'QMPCapability', values: ['oob'] };

const ARGUMENTS: ObjectTable = {
  kind: 'object',
  name: 'q_obj_qmp_capabilities-arg',
  members: [{ name: 'enable', type: [() => CAPABILITY], optional: true }],
};

/** The one command that every server has, whatever its schema says. */
export const QMP_CAPABILITIES: CommandTable = {
  kind: 'command',
  name: 'qmp_capabilities',
  arguments: () => ARGUMENTS,
};

/**
 * Carries out a request of a session that is still negotiating (wire.md 2.2, 2.3).
 *
 * @returns the capabilities to enable.
 * @throws QmpError where nothing is enabled and the session goes on negotiating; `ValidationError` for
 * wrong arguments.
 */
export function negotiate(
  request: Request,
  offered: readonly Capability[],
): ReadonlySet<Capability> {
  if (request.command !== QMP_CAPABILITIES.name) {
    throw new QmpError(
      'CommandNotFound',
      `expecting capabilities negotiation: execute '${QMP_CAPABILITIES.name}' before '${request.command}'`,
    );
  }
  const { enable = [] } = decodeArguments(QMP_CAPABILITIES, request.arguments, 'number') as {
    readonly enable?: readonly Capability[];
  };
  for (const capability of enable) {
    if (!offered.includes(capability)) {
      throw new QmpError(
        'GenericError',
        `the capability '${capability}' was not offered on this connection`,
      );
    }
  }
  return new Set(enable);
}

/** The handler of `qmp_capabilities` once negotiation is over (wire.md 2.5). */
export function refuseNegotiation(): never {
  throw new QmpError(
    'CommandNotFound',
    'capabilities negotiation is over: it was already complete for this connection',
  );
}
