import { launchChromium } from '../tools/chromium.ts';
import { serve } from '../tools/serve.ts';
import axe from 'axe-core';
const plan: {
  name: string;
  path: string;
  w: number;
  h: number;
  scheme?: 'dark' | 'light';
  wait?: number;
  full?: boolean;
  do?: string;
  scripts?: boolean;
}[] = JSON.parse(process.argv[2]!);
const served = await serve({ folder: process.env.SITE ?? '/tmp/site-x', base: '/some/where' });
const browser = await launchChromium();
for (const p of plan) {
  const ctx = await browser.newContext({
    viewport: { width: p.w, height: p.h },
    colorScheme: p.scheme ?? 'light',
    javaScriptEnabled: p.scripts ?? true,
  });
  const page = await ctx.newPage();
  page.on('console', (m) => m.type() === 'error' && console.log(p.name, 'console:', m.text()));
  page.on('pageerror', (e) => console.log(p.name, 'EXC', e.stack));
  page.on('response', (r) => r.status() >= 400 && console.log(p.name, r.status(), r.url()));
  await page.goto(new URL(p.path, served.url).href);
  await page.waitForTimeout(p.wait ?? 1500);
  if (p.do) {
    try {
      await new Function('page', `return (async()=>{${p.do}})()`)(page);
    } catch (e) {
      console.log(p.name, 'do failed', String(e).slice(0, 300));
    }
  }
  await page.screenshot({ path: `/tmp/shots/${p.name}.png`, fullPage: p.full ?? false });
  const sw = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
  if (sw[0]! > sw[1]!) console.log(p.name, 'SIDEWAYS', sw);
  if (p.scripts !== false) {
    await page.evaluate(axe.source);
    const v = await page.evaluate(async () =>
      (await (window as any).axe.run()).violations.map(
        (x: any) =>
          `${x.id}: ${x.nodes.length} ${x.nodes
            .slice(0, 3)
            .map((n: any) => n.target.join(' ') + ' ' + (n.any[0]?.message ?? ''))
            .join(' | ')}`,
      ),
    );
    if (v.length) console.log(p.name, 'AXE', v.join('\n  '));
  }
  await ctx.close();
}
await browser.close();
await served.close();
