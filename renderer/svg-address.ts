/** An SVG as the address of an image: an image cannot run anything, whatever stands in its texts. */
export function svgAddress(svg: string): string {
  return `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
}
