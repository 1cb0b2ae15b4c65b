/** Puts a text into an element where another one stands: what stays as it is is not laid out again. */
export function writeText(element: Element, text: string): void {
  if (element.textContent !== text) element.textContent = text;
}
