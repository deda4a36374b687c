// Reads the HTML report in a real browser: nothing of it runs that should not, it fits its window, and its search finds.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import htmlPage from '../src/catalog/exporters/html/exporter.ts';
import type { Report } from '../src/domain/report.ts';
import { renderWhole, sampleReport } from '../src/kit/exporter-bench.ts';
import { chromiumArguments, findChromium } from './find-chromium.ts';

const executablePath = findChromium();
if (executablePath === undefined) it.skip('no Chromium is on the PATH; script/install-system brings one', () => {});

const hostile = `</script><img src=x onerror="document.title='broken'">`;
const long = `a-name-${'without-end-'.repeat(20)}`;

/** Many assets, some of them named to hurt, with paths of several shapes. */
const manyAssets = (): Report => {
  const kinds = ['agent', 'tool', 'model', 'secret', 'ai-application'] as const;
  const layers = ['agentic', 'agentic', 'model', 'foundation', 'application'] as const;
  const [first] = sampleReport.assets as [Report['assets'][number]];
  const assets = Array.from({ length: 500 }, (_, at) => ({
    ...first,
    ...{ id: `asset ${at}`, kind: kinds[at % 5]!, layer: layers[at % 5]! },
    name: at % 50 === 0 ? hostile : at % 50 === 1 ? long : `thing ${at}`,
  }));
  const evidence = [{ path: `src/${long}/agent.py`, line: 3 }];
  const hop = (from: number, to: number) => ({
    from: `asset ${from}`,
    relation: 'uses-tool',
    to: `asset ${to}`,
    evidence,
  });
  const shapes = [
    [hop(0, 1), hop(1, 2), hop(2, 3), hop(3, 4), hop(4, 50)],
    [hop(5, 6), hop(5, 7), hop(7, 8), hop(5, 8)],
    [hop(9, 10), hop(10, 9)],
  ];
  const [warning] = sampleReport.forecasts as [Report['forecasts'][number]];
  const forecasts = Array.from({ length: 12 }, (_, at) => ({
    ...warning,
    ...{ id: `forecast ${at}`, sentence: `${hostile} ${long}`, hops: shapes[at % 3]! },
  }));
  return { ...sampleReport, assets, forecasts };
};

let browser: Browser;
let folder: string;
let trouble: string[];

const open = async (width: number, colorScheme: 'light' | 'dark', isScripted = true): Promise<Page> => {
  const context = await browser.newContext({
    viewport: { width, height: 900 },
    colorScheme,
    javaScriptEnabled: isScripted,
  });
  const page = await context.newPage();
  page.setDefaultTimeout(10_000);
  const address = pathToFileURL(join(folder, 'report.html')).href;
  page.on('console', (message) => void trouble.push(message.text()));
  page.on('pageerror', ({ message }) => void trouble.push(message));
  page.on('dialog', (dialog) => void trouble.push(dialog.message()));
  page.on('request', (request) => {
    if (request.url() !== address && request.url() !== 'data:,') trouble.push(`asked for ${request.url()}`);
  });
  await page.goto(address);
  return page;
};

describe.skipIf(executablePath === undefined)('the HTML report', () => {
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'isobar-html-'));
    writeFileSync(join(folder, 'report.html'), renderWhole(htmlPage, manyAssets()));
    browser = await chromium.launch({ executablePath: executablePath!, args: [...chromiumArguments] });
    trouble = [];
  }, 60_000);
  afterAll(async () => {
    await browser.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it.each([
    [1440, 'light'],
    [1440, 'dark'],
    [390, 'light'],
    [390, 'dark'],
  ] as const)('fits a window of %i pixels, %s, and nothing in it runs or asks', async (width, scheme) => {
    const page = await open(width, scheme);
    const widths = await page.evaluate('[document.documentElement.scrollWidth, document.title]');
    expect(widths).toEqual([width, 'Isobar: github.com/acme/support-bot']);
    expect(await page.locator('.drawing').first().isVisible()).toBe(width === 1440);
    expect(await page.locator('.steps').first().isVisible()).toBe(width === 390);
    expect(trouble).toEqual([]);
    await page.context().close();
  });

  it('finds what is typed, in a layer that is chosen, and comes back', async () => {
    const page = await open(1440, 'light');
    const rows = page.locator('#inventory [data-row]:visible');
    const search = page.getByRole('searchbox', { name: 'Search the inventory' });
    await search.fill('thing 42');
    await expect.poll(() => page.locator('#inventory output').textContent()).toBe('15 entries');
    expect(await rows.count()).toBe(15);
    await page.getByRole('button', { name: 'Model', exact: true }).click();
    expect(await page.locator('#inventory output').textContent()).toBe('7 entries');
    await search.fill('no such thing');
    await expect.poll(() => page.getByText('Nothing here is called that.').isVisible()).toBe(true);
    await page.getByRole('button', { name: 'Model', exact: true }).click();
    await search.fill('');
    await expect.poll(() => page.locator('#inventory output').textContent()).toBe('');
    expect(await page.locator('#inventory [data-row][hidden]').count()).toBe(0);
    expect(trouble).toEqual([]);
    await page.context().close();
  });

  it('filters findings by severity, and leads from a drawing to the asset', async () => {
    const page = await open(1440, 'light');
    await page.getByRole('button', { name: /^medium/i }).click();
    expect(await page.locator('#findings article:visible').count()).toBe(1);
    await page.locator('.drawing a').nth(2).click();
    await expect.poll(() => page.locator('.asset:target').isVisible()).toBe(true);
    expect(trouble).toEqual([]);
    await page.context().close();
  });

  it('shows everything but the filters where no script may run, and all forecasts on paper', async () => {
    const page = await open(390, 'light', false);
    expect(await page.locator('.filter').first().isVisible()).toBe(false);
    expect(await page.locator('article.warning').count()).toBe(8);
    await page.context().close();
    const printed = await open(1440, 'light');
    await printed.evaluate('dispatchEvent(new Event("beforeprint"))');
    expect(await printed.locator('#forecast details:not([open])').count()).toBe(0);
    await printed.evaluate('dispatchEvent(new Event("afterprint"))');
    expect(await printed.locator('#forecast details:not([open])').count()).toBeGreaterThan(0);
    expect((await printed.pdf()).byteLength).toBeGreaterThan(10_000);
    await printed.context().close();
  });
});
