import { xmlText } from '../xml-text.ts';

export type Attributes = Readonly<Record<string, string | number | undefined>>;

/** An SVG element. Attribute values are escaped; children are markup already. */
export function element(name: string, attributes: Attributes, ...children: string[]): string {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(
      ([key, value]) =>
        ` ${key}="${typeof value === 'number' ? round(value) : xmlText(value ?? '')}"`,
    )
    .join('');
  return children.length > 0
    ? `<${name}${written}>${children.join('')}</${name}>`
    : `<${name}${written}/>`;
}

/** A line of text; the only way text gets into a chart. */
export function textElement(attributes: Attributes, text: string): string {
  return element('text', attributes, xmlText(text));
}

/** Several lines of text under each other. `y` is the baseline of the first. */
export function textLines(
  attributes: Attributes & { y: number },
  lines: readonly string[],
  lineHeight: number,
): string {
  return lines
    .map((line, i) => textElement({ ...attributes, y: attributes.y + i * lineHeight }, line))
    .join('');
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
