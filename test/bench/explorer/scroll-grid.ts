import type { Page } from 'playwright-core';

export interface Scrolled {
  /** The longest time, in ms, that a place of the grid showed a row without its values. */
  longest: number;
  frames: number;
}

/** Scrolls the grid of Data by the wheel, near and far, and looks at every frame whether rows are there. */
export async function scrollGrid(page: Page, seconds: number): Promise<Scrolled> {
  await page.getByRole('button', { name: /^Data/ }).click();
  const grid = page.locator('.ag-grid-viewport').first();
  // The first rows, and what is read beside them, take their time; scrolling is what is measured.
  await page.waitForFunction(
    () =>
      Array.from(document.querySelectorAll('.ag-row')).some(
        (row) => (row.textContent ?? '').trim().length > 12,
      ),
    undefined,
    { timeout: 120_000 },
  );
  await page.waitForFunction(() => document.querySelector('.skeleton') === null, undefined, {
    timeout: 120_000,
  });
  const box = await grid.boundingBox();
  if (box === null) throw new Error('there is no grid');
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await page.evaluate(({ x, y, width, height }) => {
    const seen = { longest: 0, frames: 0, stop: false };
    let since: number | null = null;
    const look = (now: number) => {
      const places = [0.1, 0.5, 0.9].map((share) =>
        document.elementFromPoint(x + width / 3, y + share * height),
      );
      const isBlank = places.some((place) => {
        const row = place?.closest('.ag-row');
        return !row || (row.textContent ?? '').trim().length < 12;
      });
      if (!isBlank) since = null;
      else if (since === null) since = now;
      else seen.longest = Math.max(seen.longest, now - since);
      seen.frames++;
      if (!seen.stop) requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
    Object.assign(window, { seen });
  }, box);
  const end = performance.now() + seconds * 1000;
  for (let step = 0; performance.now() < end; step++) {
    const isFar = step % 40 >= 30;
    await page.mouse.wheel(0, isFar ? 20_000 : 300);
    await page.waitForTimeout(16);
  }
  await page.waitForTimeout(200);
  return page.evaluate(() => {
    const { seen } = window as unknown as { seen: Scrolled & { stop: boolean } };
    seen.stop = true;
    return seen;
  });
}
