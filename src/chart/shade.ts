import type { ChartTheme } from './chart-theme.ts';

const DARK_INK = '#1b2328';
const LIGHT_INK = '#ffffff';

/** The colour of an ordered level: one hue, from light (the first) to dark. */
export function levelShade({ shades }: ChartTheme, level: number, levels: number): string {
  return mix(shades[0], shades[1], levels > 1 ? level / (levels - 1) : 1);
}

/** From zero (the surface) to the full shade at 1. */
export function amountShade({ shades, surface }: ChartTheme, share: number): string {
  return share <= 0 ? surface : mix(shades[0], shades[1], share);
}

/** −1 in one hue, 1 in another, 0 the surface. */
export function signedShade({ sides, surface }: ChartTheme, value: number): string {
  const reach = Math.min(1, Math.abs(value));
  return mix(surface, value < 0 ? sides[0] : sides[1], reach);
}

/** Text that can be read on a colour. */
export function inkOn(colour: string): string {
  const ground = luminance(colour);
  return contrast(ground, luminance(LIGHT_INK)) > contrast(ground, luminance(DARK_INK))
    ? LIGHT_INK
    : DARK_INK;
}

function mix(from: string, to: string, share: number): string {
  const [a, b] = [channels(from), channels(to)];
  const mixed = a.map((value, i) => Math.round(value + ((b[i] ?? value) - value) * share));
  return `#${mixed.map((value) => value.toString(16).padStart(2, '0')).join('')}`;
}

function channels(colour: string): number[] {
  return [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
}

/** Relative luminance as WCAG defines it. */
function luminance(colour: string): number {
  const [r = 0, g = 0, b = 0] = channels(colour).map((value) => {
    const part = value / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: number, b: number): number {
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}
