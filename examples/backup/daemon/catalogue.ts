import { QmpError } from '@qapi-ts/runtime/server';
import type {
  RetentionPolicy,
  SnapshotInfo,
  VolumeInfo,
  VolumeOptions,
} from '../../../generated/backup/index.js';

const MIB = 1024 * 1024;
const TIB = 1024 * 1024 * MIB;

/** What there is to read: this daemon only pretends to read it. */
const SIZES = { directory: 48 * MIB, device: 2 * TIB, stream: 0 };

interface Volume {
  readonly options: VolumeOptions;
  readonly size: number;
  readonly generation: bigint;
}

/** The volumes, snapshots and policies. A real daemon would keep them on disk. */
export class Catalogue {
  readonly #volumes = new Map<string, Volume>();
  readonly #snapshots = new Map<string, SnapshotInfo>();
  readonly #policies = new Map<string, RetentionPolicy>();
  #generation = 2n ** 63n;

  addVolume(options: VolumeOptions): VolumeInfo {
    const { name, type } = options;
    if (this.#volumes.has(name)) {
      throw new QmpError('GenericError', `there is a volume '${name}' already`);
    }
    this.#generation += 1n;
    const volume = { options, size: SIZES[type], generation: this.#generation };
    this.#volumes.set(name, volume);
    return this.#describe(volume);
  }

  removeVolume(name: string): void {
    this.#volumes.delete(name);
  }

  /** @throws QmpError DeviceNotFound */
  findVolume(name: string): Volume {
    return this.#volumes.get(name) ?? notFound('volume', name);
  }

  listVolumes(): VolumeInfo[] {
    return Array.from(this.#volumes.values(), (volume) => this.#describe(volume));
  }

  /** @throws QmpError GenericError */
  refuseKnownSnapshot(id: string): void {
    if (this.#snapshots.has(id)) {
      throw new QmpError('GenericError', `there is a snapshot '${id}' already`);
    }
  }

  addSnapshot(snapshot: SnapshotInfo): SnapshotInfo {
    this.#snapshots.set(snapshot.id, snapshot);
    return snapshot;
  }

  /** @throws QmpError DeviceNotFound */
  findSnapshot(id: string): SnapshotInfo {
    return this.#snapshots.get(id) ?? notFound('snapshot', id);
  }

  removeSnapshot(id: string): void {
    this.#snapshots.delete(id);
  }

  /** Those of one volume, or all, oldest first. */
  listSnapshots(volume?: string): SnapshotInfo[] {
    return [...this.#snapshots.values()].filter(
      (snapshot) => volume === undefined || snapshot.volume === volume,
    );
  }

  setPolicy(policy: RetentionPolicy): void {
    this.#policies.set(policy.name, policy);
  }

  /** @throws QmpError DeviceNotFound */
  findPolicy(name: string): RetentionPolicy {
    return this.#policies.get(name) ?? notFound('policy', name);
  }

  #describe({ options, size, generation }: Volume): VolumeInfo {
    const { name, type, limit, attributes } = options;
    const snapshots = this.listSnapshots(name).length;
    return { name, type, size, generation, snapshots, limit, attributes };
  }
}

function notFound(what: string, name: string): never {
  throw new QmpError('DeviceNotFound', `there is no ${what} '${name}'`);
}
