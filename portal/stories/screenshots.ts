// Makes pictures of all views, in both themes and both sizes, into target/screenshots. Run by
// `npm run screenshots` against a stack that runs; see README.md.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { it } from 'vitest';
import { tour } from './views';
import { freshBrowser, SIZES } from './visitor';

const FOLDER = join(import.meta.dirname, '../target/screenshots');

it.each(
  (['light', 'dark'] as const).flatMap((theme) =>
    (['desktop', 'telephone'] as const).map((size) => [theme, size] as const),
  ),
)('%s, %s', async (colorScheme, size) => {
  mkdirSync(FOLDER, { recursive: true });
  const context = await freshBrowser({ ...SIZES[size], colorScheme, reducedMotion: 'reduce' });
  await tour(context, async (page, view) => {
    await page.screenshot({
      path: join(FOLDER, `${view.name}-${size}-${colorScheme}.png`),
      fullPage: true,
      scale: 'css',
    });
  });
  await context.close();
}, 180_000);
