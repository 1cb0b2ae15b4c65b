import { describe, expect, test } from 'vitest';
import { callFrom, cancelFrom, isOurPage } from '../../electron/gate.ts';

describe('the sender', () => {
  const frame = (url: string) => ({ url });

  test('is the page of our window', () => {
    const main = frame('app://workbench/');
    expect(isOurPage({ frame: main, mainFrame: main })).toBe(true);
    const anchored = frame('app://workbench/#data');
    expect(isOurPage({ frame: anchored, mainFrame: anchored })).toBe(true);
  });

  test.each([
    'app://workbench/other.html',
    'app://workbench/?x',
    'app://workbench.evil/',
    'app://evil/',
    'app://evil/app://workbench/',
    'http://evil.test/?next=app://workbench/',
    'http://workbench/',
    'https://workbench/',
    'file:///app://workbench/',
    'data:text/html,app://workbench/',
    'about:blank',
    '',
  ])('%s is not it', (url) => {
    const main = frame(url);
    expect(isOurPage({ frame: main, mainFrame: main })).toBe(false);
  });

  test('is no frame inside it, and none that is gone', () => {
    const main = frame('app://workbench/');
    expect(isOurPage({ frame: frame('app://workbench/'), mainFrame: main })).toBe(false);
    expect(isOurPage({ frame: null, mainFrame: main })).toBe(false);
    expect(isOurPage({ frame: null, mainFrame: null })).toBe(false);
  });
});

describe('the message', () => {
  test('is a call of the contract', () => {
    expect(callFrom({ call: 1, method: 'start', input: {} })).toEqual({
      call: 1,
      method: 'start',
      input: {},
    });
  });

  const cyclic: Record<string, unknown> = {};
  cyclic.self = cyclic;

  test.each([
    null,
    undefined,
    7,
    'start',
    [],
    {},
    { call: 1, method: 'start' },
    { call: 1, method: 'constructor', input: {} },
    { call: 1, method: '__proto__', input: {} },
    { call: 1, method: 'close', input: {} },
    { call: 1, method: ['start'], input: {} },
    { call: -1, method: 'start', input: {} },
    { call: 1.5, method: 'start', input: {} },
    { call: '1', method: 'start', input: {} },
    { call: Number.NaN, method: 'start', input: {} },
    { call: 1, method: 'start', input: {}, stop: true },
    { stop: true },
    { call: 1, method: 'start', input: cyclic },
    { call: 1, method: 'start', input: 1n },
    { call: 1, method: 'start', input: () => 1 },
    { call: 1, method: 'start', input: { text: 'x'.repeat(1_000_001) } },
  ])('%# is not one', (message) => {
    expect(callFrom(message)).toBeNull();
  });

  test('is a cancellation', () => {
    expect(cancelFrom({ cancel: 3 })).toEqual({ cancel: 3 });
    for (const other of [null, {}, { cancel: '3' }, { cancel: -1 }, { cancel: 3, stop: true }]) {
      expect(cancelFrom(other)).toBeNull();
    }
  });
});
