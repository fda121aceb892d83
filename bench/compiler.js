// Times whole processes of the compiler, as a user's build pays for them, against a bare start of Node in
// the same run. The order alternates, so that a busy machine slows all of them alike; medians count.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROUNDS = 15;
const path = (relative) => fileURLToPath(new URL(relative, import.meta.url));
const QAPI = path('../compiler/bin/qapi.js');
const QEMU = path('../../shared/reference/schemas/qemu-10.2/qapi/qapi-schema.json');
const schema = existsSync(QEMU) ? QEMU : path('../schemas/backup/backup.json');

const directory = mkdtempSync(join(tmpdir(), 'qapi-bench-'));
const out = join(directory, 'out');

/** @type {{ name: string, args: string[], before?: () => void, times: number[] }[]} */
const subjects = [
  { name: 'node, nothing to do', args: ['-e', '0'] },
  { name: 'qapi --version', args: [QAPI, '--version'] },
  { name: 'qapi check', args: [QAPI, 'check', schema] },
  {
    name: 'qapi generate, all new',
    args: [QAPI, 'generate', schema, '--out', out],
    before: () => rmSync(out, { recursive: true, force: true }),
  },
  { name: 'qapi generate, nothing new', args: [QAPI, 'generate', schema, '--out', out] },
].map((subject) => ({ ...subject, times: [] }));

for (let round = 0; round < ROUNDS; round += 1) {
  for (const subject of subjects) {
    subject.before?.();
    const start = performance.now();
    const { status, stderr } = spawnSync(process.execPath, subject.args, { encoding: 'utf8' });
    subject.times.push(performance.now() - start);
    if (status !== 0) throw new Error(`${subject.name} failed:\n${stderr}`);
  }
}
rmSync(directory, { recursive: true });

const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
const base = median(subjects[0].times);
console.log(`${schema}, medians of ${ROUNDS} runs\n`);
for (const { name, times } of subjects) {
  const time = median(times);
  const ratio = (time / base).toFixed(2);
  console.log(
    `${name.padEnd(28)} ${time.toFixed(0).padStart(6)} ms  ${ratio.padStart(6)} x bare node`,
  );
}
