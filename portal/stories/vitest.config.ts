import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    root: import.meta.dirname,
    include: [process.env['CONVENE_STORIES'] ?? '*.story.ts'],
    testTimeout: 45_000,
    hookTimeout: 45_000,
    // One browser and one stack for all; each story has people of its own.
    fileParallelism: false,
    isolate: false,
  },
});
