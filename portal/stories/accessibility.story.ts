import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { tour } from './views';
import { freshBrowser, SIZES } from './visitor';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const WCAG_2_2_AA = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

interface Axe {
  axe: { run: (context: Document, options: object) => Promise<AxeResults> };
}

/** What is wrong with the page, each with where it is. */
async function violations(page: Page): Promise<string[]> {
  await page.evaluate(AXE);
  const { violations: found } = await page.evaluate(
    (tags) => (globalThis as unknown as Axe).axe.run(document, { runOnly: tags, resultTypes: ['violations'] }),
    WCAG_2_2_AA,
  );
  return found.flatMap(({ id, help, nodes }) => nodes.map(({ html }) => `${id}: ${help}: ${html}`));
}

describe.each([
  ['light', 'desktop'],
  ['dark', 'telephone'],
] as const)('in %s, on a %s', (colorScheme, size) => {
  it('no view violates WCAG 2.2 AA', async () => {
    const context = await freshBrowser({ ...SIZES[size], colorScheme, reducedMotion: 'reduce' });
    const wrong: Record<string, string[]> = {};
    let seen = 0;
    await tour(context, async (page, view) => {
      seen += 1;
      const found = await violations(page);
      if (found.length > 0) {
        wrong[view.name] = found;
      }
    });
    await context.close();
    expect(wrong).toEqual({});
    expect(seen).toBeGreaterThan(12);
  }, 120_000);
});
