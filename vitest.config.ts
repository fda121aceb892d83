import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const source = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  resolve: {
    // Tests run on the sources, so that a stale build can never make them pass.
    alias: {
      '@qapi-ts/runtime/server': source('./runtime/src/server/index.ts'),
      '@qapi-ts/runtime/client': source('./runtime/src/client/index.ts'),
      '@qapi-ts/runtime/abi/v1': source('./runtime/src/abi/v1.ts'),
      '@qapi-ts/compiler': source('./compiler/src/index.ts'),
    },
  },
  test: {
    include: ['test/**/*.test.ts'],
    testTimeout: 30_000,
  },
});
