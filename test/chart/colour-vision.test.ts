import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { type ChartTheme, DARK_THEME, LIGHT_THEME } from '../../src/chart/chart-theme.ts';
import { amountShade, levelShade, signedShade } from '../../src/chart/shade.ts';

type Colour = readonly [number, number, number];

/**
 * What is left of linear RGB for readers without one kind of cone (Machado, Oliveira & Fernandes 2009,
 * severity 1), and of any colour on paper without colours.
 */
const SIGHTS: Record<string, readonly [Colour, Colour, Colour]> = {
  'all cones': [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
  'print in grey': [
    [0.2126, 0.7152, 0.0722],
    [0.2126, 0.7152, 0.0722],
    [0.2126, 0.7152, 0.0722],
  ],
};

/** Differences in CIELAB: about 2 can be told side by side, 10 at a glance. */
const TOLD = 10;

const linear = (hex: string) =>
  [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });

/** CIELAB under D65 of a colour as it is seen. */
function seen(hex: string, sight: string): Colour {
  const rgb = linear(hex);
  const [r = 0, g = 0, b = 0] = (SIGHTS[sight] as (typeof SIGHTS)[string]).map((row) =>
    Math.min(
      1,
      Math.max(
        0,
        row.reduce((sum, share, i) => sum + share * (rgb[i] as number), 0),
      ),
    ),
  );
  const [x = 0, y = 0, z = 0] = [
    (0.4124564 * r + 0.3575761 * g + 0.1804375 * b) / 0.95047,
    0.2126729 * r + 0.7151522 * g + 0.072175 * b,
    (0.0193339 * r + 0.119192 * g + 0.9503041 * b) / 1.08883,
  ].map((t) => (t > 216 / 24389 ? Math.cbrt(t) : (t * 24389) / 3132 + 16 / 116));
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

function difference(one: string, other: string, sight: string): number {
  const [a, b] = [seen(one, sight), seen(other, sight)];
  return Math.hypot(...a.map((part, i) => part - (b[i] as number)));
}

/** A colour over another, as the screen mixes them. */
function over(top: string, share: number, ground: string): string {
  const mixed = [1, 3, 5].map((at) => {
    const [a, b] = [top, ground].map((hex) => Number.parseInt(hex.slice(at, at + 2), 16));
    return Math.round((a as number) * share + (b as number) * (1 - share));
  });
  return `#${mixed.map((part) => part.toString(16).padStart(2, '0')).join('')}`;
}

/** The colours that a theme of the window sets, those of the light one where it sets none. */
function tokens(theme: string): Record<string, string> {
  const css = readFileSync('renderer/theme/tokens.css', 'utf8');
  const blocks = [':root', `[data-theme="${theme}"]`].map(
    (selector) => css.split(`${selector} {`)[1]?.split('}')[0] ?? '',
  );
  return Object.fromEntries(
    blocks.flatMap((block) =>
      [...block.matchAll(/--([\w-]+): (#[0-9a-f]{6})/g)].map(([, name, hex]) => [name, hex]),
    ),
  ) as Record<string, string>;
}

const EYES = ['all cones', 'protanopia', 'deuteranopia', 'tritanopia'];
const ALL = Object.keys(SIGHTS);

describe.each(['light', 'dark', 'contrast'])('charts of the explorer in the %s theme', (theme) => {
  const { c1 = '', surface = '', 'shadow-bar': pale = '' } = tokens(theme);
  const out = over(c1, 0.36, surface);

  test.each(ALL)('tell chosen bars, others, everyone and the ground apart: %s', (sight) => {
    expect(difference(c1, out, sight)).toBeGreaterThan(TOLD);
    expect(difference(c1, pale, sight)).toBeGreaterThan(TOLD);
    expect(difference(c1, surface, sight)).toBeGreaterThan(3 * TOLD);
    expect(difference(pale, surface, sight)).toBeGreaterThan(TOLD);
    expect(difference(out, surface, sight)).toBeGreaterThan(TOLD);
  });

  test.each(ALL)('shade cells from few to many: %s', (sight) => {
    const shades = Array.from({ length: 8 }, (_, i) => over(c1, ((i + 1) / 8) * 0.85, surface));
    const steps = shades.map((shade) => Math.abs(seen(shade, sight)[0] - seen(surface, sight)[0]));
    for (let i = 1; i < steps.length; i++) {
      expect(steps[i]).toBeGreaterThan((steps[i - 1] as number) + 1);
    }
  });
});

describe.each([
  ['light', LIGHT_THEME],
  ['dark', DARK_THEME],
] as const)('figures in the %s theme', (_, theme: ChartTheme) => {
  test.each(EYES)('tell any two series apart: %s', (sight) => {
    for (const [i, one] of theme.series.entries()) {
      for (const other of theme.series.slice(i + 1)) {
        expect(difference(one, other, sight), `${one} ${other}`).toBeGreaterThan(TOLD);
      }
    }
  });

  test.each(ALL)('show order by lightness, none before least: %s', (sight) => {
    const lightness = (hex: string) =>
      Math.abs(seen(hex, sight)[0] - seen(theme.surface, sight)[0]);
    for (const shade of [
      (i: number) => levelShade(theme, i, 5),
      (i: number) => amountShade(theme, i / 4),
    ]) {
      const steps = [0, 1, 2, 3, 4].map((i) => lightness(shade(i)));
      expect(steps).toEqual(steps.toSorted((a, b) => a - b));
      expect(new Set(steps.map(Math.round)).size).toBe(5);
    }
  });

  test.each(EYES)('tell less from more: %s', (sight) => {
    expect(difference(signedShade(theme, -1), signedShade(theme, 1), sight)).toBeGreaterThan(
      3 * TOLD,
    );
  });
});
