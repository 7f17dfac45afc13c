import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  plugins: [react()],
  build: {
    outDir: 'target/classes/portal',
    emptyOutDir: true,
    target: 'es2022',
    // Nothing inline: the content security policy takes scripts and pictures from files only.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    manifest: true,
    reportCompressedSize: false,
  },
  server: {
    // For work on the portal: pages from here, all else from a stack that ./run has started.
    proxy: Object.fromEntries(
      ['/api', '/oauth2', '/login', '/logout', '/swagger-ui', '/v3', '/webjars'].map((path) => [
        path,
        'http://localhost:8080',
      ]),
    ),
  },
  test: {
    include: ['src/**/*.test.ts'],
    environment: 'node',
    env: { TZ: 'UTC' },
  },
});
