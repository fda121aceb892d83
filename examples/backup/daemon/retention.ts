import type {
  KeepCount,
  RetentionPolicy,
  SnapshotInfo,
  Weekday,
} from '../../../generated/backup/index.js';
import { WeekdayValues } from '../../../generated/backup/index.js';

/** Tells the snapshots that a policy keeps. `snapshots` are those of one volume, oldest first. */
export function selectKept(
  snapshots: readonly SnapshotInfo[],
  policy: RetentionPolicy,
): ReadonlySet<SnapshotInfo> {
  const { 'keep-last': keepLast, 'keep-weekly': keepWeekly = 0 } = policy;
  const lastOfWeek = new Map(snapshots.map((snapshot) => [weekOf(snapshot, policy), snapshot]));
  return new Set([
    ...takeLast(snapshots, keepLast),
    ...takeLast([...lastOfWeek.values()], keepWeekly),
  ]);
}

function takeLast<T>(items: readonly T[], count: KeepCount): readonly T[] {
  return count === 'all' ? items : items.slice(Math.max(0, items.length - count));
}

/** Counts the weeks in local time. Day 0, the first of 1970, was a Thursday. */
function weekOf({ created }: SnapshotInfo, policy: RetentionPolicy): number {
  const { 'utc-offset': utcOffset = 0, 'week-ends-on': lastDay = 'sunday' } = policy;
  const day = Math.floor((Number(created) / 1e9 + utcOffset * 60) / 86_400);
  return Math.floor((day + 2 - indexOf(lastDay)) / 7);
}

function indexOf(day: Weekday): number {
  return WeekdayValues.indexOf(day);
}
