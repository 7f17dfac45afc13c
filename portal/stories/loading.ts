// Measures how long the first page takes in a browser that has never seen it, by the browser's own clock. Run by
// `npm run loading` against a stack that runs; benchmarks/README.md has the figures.
import { it } from 'vitest';
import { gateway, newMailbox } from './stack';
import { freshBrowser, visit } from './visitor';

const TIMES = 15;

interface Load {
  /** Milliseconds from the beginning of the navigation until somebody can type. */
  interactive: number;
  /** Until something is painted. */
  painted: number;
  /** Bytes of script, as they came over the line. */
  script: number;
}

it('the first page', async () => {
  const loads: Load[] = [];
  for (let i = 0; i < TIMES; i += 1) {
    const context = await freshBrowser();
    // Signed in, and then as if the browser had never been here: nothing in its cache.
    const page = await visit(context, newMailbox('host'));
    const devtools = await context.newCDPSession(page);
    await devtools.send('Network.clearBrowserCache');
    await page.addInitScript(() => {
      new MutationObserver((_, observer) => {
        if (document.querySelector('main form input')) {
          observer.disconnect();
          performance.mark('interactive');
        }
      }).observe(document, { childList: true, subtree: true });
    });
    await page.goto(gateway);
    await page.getByLabel('Title').fill('typed');
    loads.push(
      await page.evaluate(() => ({
        interactive: performance.getEntriesByName('interactive')[0]!.startTime,
        painted: performance.getEntriesByName('first-contentful-paint')[0]!.startTime,
        script: performance
          .getEntriesByType('resource')
          .map((entry) => entry as PerformanceResourceTiming)
          .filter((entry) => entry.name.endsWith('.js'))
          .reduce((sum, entry) => sum + entry.encodedBodySize, 0),
      })),
    );
    await context.close();
  }
  const of = (field: keyof Load) => loads.map((load) => load[field]).toSorted((a, b) => a - b);
  const line = (name: string, field: keyof Load) => {
    const all = of(field);
    const [least, median, most] = [all[0]!, all[TIMES >> 1]!, all.at(-1)!].map(Math.round);
    return `${name}: median ${median}, least ${least}, most ${most}`;
  };
  console.log(
    [
      `${TIMES} loads of ${gateway}/, signed in, with an empty cache`,
      line('interactive after ms', 'interactive'),
      line('first contentful paint after ms', 'painted'),
      line('script in bytes', 'script'),
    ].join('\n'),
  );
}, 300_000);
