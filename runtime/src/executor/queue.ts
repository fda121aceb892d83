import type { Request } from '../message/request.js';
import type { WireValue } from '../wire/value.js';

/** What waits in a session's queue: everything that is to be answered in order, faults included. */
export type Item = RequestItem | ErrorItem;

export interface RequestItem {
  readonly kind: 'request';
  /** Tells the requests of a session apart. */
  readonly n: number;
  readonly request: Request;
}

/** A GenericError whose turn has not come yet. */
export interface ErrorItem {
  readonly kind: 'error';
  readonly desc: string;
  readonly id: WireValue | undefined;
}
