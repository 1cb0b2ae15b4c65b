const SVG = 'http://www.w3.org/2000/svg';

type Attributes = Readonly<Record<string, string | number>>;

/** An SVG element in its place. */
export function svg<K extends keyof SVGElementTagNameMap>(
  parent: SVGElement | null,
  tag: K,
  attributes: Attributes = {},
  text?: string,
): SVGElementTagNameMap[K] {
  const element = document.createElementNS(SVG, tag);
  set(element, attributes);
  if (text !== undefined) element.textContent = text;
  parent?.append(element);
  return element;
}

/** Sets attributes; one that stays as it is costs the browser nothing. */
export function set(element: SVGElement, attributes: Attributes): void {
  for (const [name, value] of Object.entries(attributes)) {
    const text = String(value);
    if (element.getAttribute(name) !== text) element.setAttribute(name, text);
  }
}

/** The root of a drawing; what it says is said by what stands around it. */
export function svgRoot(width: number, height: number): SVGSVGElement {
  return svg(null, 'svg', {
    width,
    height,
    viewBox: `0 0 ${width} ${height}`,
    'aria-hidden': 'true',
    class: 'drawn',
  });
}

/** A rectangle as part of a path; of two that touch, both edges are at the same place. */
export function box(x: number, y: number, width: number, height: number): string {
  if (height <= 0 || width <= 0) return '';
  const left = round(x);
  return `M${left} ${round(y)}H${round(x + width)}V${round(y + height)}H${left}z`;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

let patterns = 0;

/** Slanted lines in the colour of a class, for what is only a part: their address. */
export function hatch(root: SVGSVGElement): string {
  patterns += 1;
  const id = `part-${patterns}`;
  const pattern = svg(svg(root, 'defs'), 'pattern', {
    id,
    width: 6,
    height: 6,
    patternUnits: 'userSpaceOnUse',
    patternTransform: 'rotate(45)',
  });
  svg(pattern, 'rect', { width: 6, height: 6, class: 'hatch-ground' });
  svg(pattern, 'rect', { width: 2.5, height: 6, class: 'hatch-line' });
  return `url(#${id})`;
}
