// Starts `isobar serve` as a user does and reads its page in a real browser: forecast, changes, themes, widths, keys, trouble.
import { type ChildProcess, spawn } from 'node:child_process';
import { accessSync, constants, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join, resolve } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createClient } from '../src/api/contract/client.ts';
import type { SourceForecast } from '../src/api/contract/shapes.ts';

const checkout = resolve(import.meta.dirname, '..');

const isProgram = (path: string): boolean => {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};
const executablePath = ['chromium', 'chromium-browser', 'google-chrome']
  .flatMap((name) => (process.env.PATH ?? '').split(delimiter).map((folder) => join(folder, name)))
  .find(isProgram);

if (executablePath === undefined) it.skip('no Chromium is on the PATH; script/install-system brings one', () => {});

let browser: Browser;
let folder: string;
let served: ChildProcess | undefined;
let trouble: string[];

/** Starts the program on these folders; gives the address of its page. */
const serve = async (...paths: string[]): Promise<string> => {
  const child = spawn(
    join(checkout, 'script/isobar'),
    ['serve', ...paths, '--port', '0', '--data', join(folder, 'data')],
    {
      cwd: folder,
      env: {
        ...process.env,
        ISOBAR_KEY_FILE: join(folder, 'home/key'),
        ISOBAR_CACHE_DIR: join(folder, 'home/cache'),
      },
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  served = child;
  return new Promise((done, fail) => {
    let text = '';
    child.once('exit', (code) => fail(new Error(`isobar serve ended with ${code}`)));
    child.stdout?.setEncoding('utf8').on('data', (chunk: string) => {
      text += chunk;
      const [first, rest] = text.split('\n');
      if (rest !== undefined) done(first!);
    });
  });
};

/** Ends the program as a service manager does; gives its exit code. */
const end = async (): Promise<number | null> => {
  const child = served;
  served = undefined;
  if (!child || child.exitCode !== null) return child?.exitCode ?? null;
  child.removeAllListeners('exit');
  const ended = new Promise<number | null>((done) => child.once('exit', done));
  child.kill('SIGTERM');
  return ended;
};

const open = async (address: string, more: { width?: number; colorScheme?: 'light' | 'dark' } = {}): Promise<Page> => {
  const { width = 1440, colorScheme = 'light' } = more;
  const page = await browser.newPage({ viewport: { width, height: 900 }, colorScheme });
  page.setDefaultTimeout(10_000);
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') trouble.push(message.text());
  });
  page.on('pageerror', ({ message }) => void trouble.push(message));
  page.on('request', (request) => {
    if (!request.url().startsWith(address)) trouble.push(`asked for ${request.url()}`);
  });
  await page.goto(address);
  return page;
};

/** The forecast of the only source, as the API tells it. */
const ask = async (address: string): Promise<SourceForecast> => {
  const result = await createClient(fetch, address.replace(/\/$/, '')).ask('forecasts');
  if ('problem' in result) throw new Error(JSON.stringify(result.problem));
  expect(result.value.sources).toHaveLength(1);
  return result.value.sources[0]!;
};

const copyDemo = (name: string): string => {
  const tree = join(folder, name);
  cpSync(join(checkout, 'demo/chain'), tree, { recursive: true });
  return tree;
};

describe.runIf(executablePath)('the console', { timeout: 60_000 }, () => {
  beforeAll(async () => {
    browser = await chromium.launch({
      executablePath: executablePath!,
      args: [
        ...['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'],
        ...['--disable-background-networking', '--disable-component-update', '--disable-sync'],
      ],
    });
  }, 60_000);
  afterAll(() => browser.close());
  beforeEach(() => {
    trouble = [];
    folder = mkdtempSync(join(tmpdir(), 'isobar-console-'));
    mkdirSync(join(folder, 'home'));
  });
  afterEach(async () => {
    for (const context of browser.contexts()) await context.close();
    await end();
    rmSync(folder, { recursive: true, force: true });
  }, 60_000);

  it('shows each forecast as a sentence with its path, evidence, conditions and first fix', async () => {
    const address = await serve(copyDemo('chain'));
    const told = await ask(address);
    expect(told.forecasts.length).toBeGreaterThan(0);
    const page = await open(address);
    const cards = page.getByRole('article');
    await cards.first().waitFor();
    // Watches that lack the same thing are folded behind the gravest of them.
    for (const summary of await page.locator('.folded > summary').all()) await summary.click();
    expect(await page.getByRole('heading', { level: 2 }).allTextContents()).toEqual(['chain']);
    expect(await cards.getByRole('heading', { level: 3 }).allTextContents()).toEqual(
      told.forecasts.map(({ sentence }) => sentence),
    );
    const [first] = told.forecasts as [SourceForecast['forecasts'][number]];
    const text = await cards.first().textContent();
    expect(text).toContain(first.fixFirst!.does);
    expect(text).toContain(`isobar explain ${first.correlation}`);
    for (const { says, evidence } of first.conditions) {
      expect(text).toContain(says);
      if (evidence[0]) expect(text).toContain(`${evidence[0].path}:${evidence[0].line}`);
    }
    for (const { from, to, evidence } of first.hops) {
      expect(text).toContain(from.name);
      expect(text).toContain(to.name);
      expect(text).toContain(`${evidence[0]!.path}:${evidence[0]!.line}`);
    }
    expect(await page.getByText('This is the first finished run here').count()).toBe(1);
    const whole = await page.getByRole('main').textContent();
    expect(told.notSeen.length + told.unanswered.length).toBeGreaterThan(0);
    for (const { what, why } of told.notSeen) for (const part of [what, why]) expect(whole).toContain(part);
    for (const { title } of told.unanswered) expect(whole).toContain(title);
    await page
      .getByText(/^How the score of/)
      .first()
      .click();
    expect(await page.getByText(first.factors[0]!.why).first().isVisible()).toBe(true);
    expect(trouble).toEqual([]);
    expect(await end()).toBe(0);
  });

  it('draws the path from left to right where there is room, downwards where there is none, and fits both', async () => {
    const address = await serve(copyDemo('chain'));
    const place = async (width: number): Promise<{ x: number; y: number }[]> => {
      const page = await open(address, { width });
      await page.getByRole('article').first().waitFor();
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width);
      const ends = await page.getByRole('list', { name: 'Path' }).first().locator('.end').all();
      const boxes = await Promise.all(ends.map((one) => one.boundingBox()));
      return boxes.map((box) => ({ x: box!.x, y: Math.round(box!.y) }));
    };
    const wide = await place(1440);
    expect(wide.length).toBeGreaterThan(1);
    for (const [at, { x }] of wide.entries()) if (at > 0) expect(x).toBeGreaterThan(wide[at - 1]!.x);
    const narrow = await place(390);
    expect(narrow).toHaveLength(wide.length);
    for (const [at, { y }] of narrow.entries()) if (at > 0) expect(y).toBeGreaterThan(narrow[at - 1]!.y);
    expect(trouble).toEqual([]);
  });

  it('is light by day and dark by night, and can be read in both', async () => {
    const address = await serve(copyDemo('chain'));
    /** Contrast of each text with what is behind it, by the formula of WCAG 2.2. */
    const measure = `(() => {
      const number = (text) => text.match(/[\\d.]+/g).map(Number);
      const light = (text) => {
        const [red, green, blue] = number(text).map((part) => part / 255).map((part) => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
      };
      const behind = (element) => {
        for (let at = element; at; at = at.parentElement) {
          const color = getComputedStyle(at).backgroundColor;
          if (number(color).length === 3 || number(color)[3] > 0) return color;
        }
      };
      return [...document.querySelectorAll('body *')]
        .filter((element) => [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim() !== ''))
        .filter((element) => element.checkVisibility() && !element.closest('noscript, script'))
        .map((element) => {
          const [one, other] = [light(getComputedStyle(element).color), light(behind(element))].sort((a, b) => b - a);
          return { text: element.textContent.slice(0, 40), ratio: (one + 0.05) / (other + 0.05), ground: behind(document.body) };
        });
    })()`;
    const grounds = new Set<string>();
    for (const colorScheme of ['light', 'dark'] as const) {
      const page = await open(address, { colorScheme });
      await page.getByRole('article').first().waitFor();
      const measured = (await page.evaluate(measure)) as { text: string; ratio: number; ground: string }[];
      expect(measured.length).toBeGreaterThan(20);
      for (const { text, ratio } of measured) expect(ratio, `${colorScheme}: ${text}`).toBeGreaterThanOrEqual(4.5);
      grounds.add(measured[0]!.ground);
    }
    expect(grounds.size).toBe(2);
  });

  it('tells after the second run what is gone, and links what is new', async () => {
    const tree = copyDemo('chain');
    const before = await ask(await serve(tree));
    expect(await end()).toBe(0);
    const compose = join(tree, 'compose.yaml');
    const text = readFileSync(compose, 'utf8');
    const mended = text
      .replace('"11434:11434"', '"127.0.0.1:11434:11434"')
      .replace('OLLAMA_HOST: 0.0.0.0', 'OLLAMA_HOST: 127.0.0.1');
    expect(mended).not.toBe(text);
    writeFileSync(compose, mended);
    const page = await open(await serve(tree));
    await page.getByRole('heading', { name: /^Gone/ }).waitFor();
    const gone = page.locator('.change-group', { hasText: 'Gone' });
    expect(await gone.textContent()).toContain(before.forecasts[0]!.sentence);
    expect(await end()).toBe(0);

    writeFileSync(compose, text);
    const again = await open(await serve(tree));
    const link = again.locator('.change-group', { hasText: 'New' }).getByRole('link').first();
    expect(await link.textContent()).toBe(before.forecasts[0]!.sentence);
    await link.focus();
    await again.keyboard.press('Enter');
    expect(await again.evaluate('document.querySelector(":target").textContent')).toBe(before.forecasts[0]!.sentence);
    expect(trouble).toEqual([]);
  });

  it('can be used by keys alone', async () => {
    const page = await open(await serve(copyDemo('chain')));
    await page.getByRole('article').first().waitFor();
    await page.keyboard.press('Tab');
    await page.waitForFunction('document.activeElement.textContent === "To the forecast"');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    await page.waitForFunction('document.activeElement.tagName === "SUMMARY"');
    await page.keyboard.press('Enter');
    // The browser opens it a moment after the key.
    await page.getByRole('table').first().waitFor({ state: 'visible' });
  });

  it('says so where there is nothing, where nothing is wrong, and where the program does not answer', async () => {
    const empty = await open(await serve());
    await empty.getByText('Nothing has been looked at yet.').waitFor();
    await end();

    const tree = join(folder, 'quiet');
    mkdirSync(tree);
    writeFileSync(join(tree, 'add.py'), 'def add(a, b):\n    return a + b\n');
    const page = await open(await serve(tree));
    await page.getByText('Nothing that was seen combines to a path to harm.').waitFor();
    expect(trouble).toEqual([]);

    await page.route('**/api/v1/forecasts', (route) => route.abort());
    await page.reload();
    await page.getByRole('alert').getByText('Isobar does not answer').waitFor();
    await page.unroute('**/api/v1/forecasts');
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByText('Nothing that was seen combines to a path to harm.').waitFor();
  });

  it('takes the names of what it shows for text, whatever they are', async () => {
    const name = '<img src=x onerror=alert(1)>\u202e';
    const page = await open(await serve(copyDemo(name)));
    await page.getByRole('article').first().waitFor();
    expect(await page.getByRole('heading', { level: 2 }).textContent()).toBe('<img src=x onerror=alert(1)>\\u202e');
    expect(await page.locator('img').count()).toBe(0);
    expect(trouble).toEqual([]);
  });
});
