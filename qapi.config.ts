import { defineConfig } from '@qapi-ts/compiler';

export default defineConfig({
  entries: [{ schema: 'schemas/backup/backup.json', out: 'generated/backup', integers: 'mixed' }],
});
