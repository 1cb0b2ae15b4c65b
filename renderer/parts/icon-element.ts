import { ICON_PATHS, type IconName } from './icon.tsx';

const SVG = 'http://www.w3.org/2000/svg';

/** The same as Icon, where React draws nothing. */
export function iconElement(name: IconName): SVGSVGElement {
  const icon = document.createElementNS(SVG, 'svg');
  icon.setAttribute('class', 'sym');
  icon.setAttribute('viewBox', '0 0 16 16');
  icon.setAttribute('aria-hidden', 'true');
  const path = document.createElementNS(SVG, 'path');
  path.setAttribute('d', ICON_PATHS[name]);
  icon.append(path);
  return icon;
}
