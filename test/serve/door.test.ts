import { describe, expect, test } from 'vitest';
import { createDoor, randomHost } from '../../src/serve/door.ts';

function open() {
  let time = 1_000;
  const door = createDoor('w-0123456789abcdef.localhost', 4321, () => time);
  const token = (url: string) => new URL(url).searchParams.get('token') ?? '';
  return {
    door,
    token,
    wait: (ms: number) => {
      time += ms;
    },
  };
}

const cookieOf = (setCookie: string | null) => (setCookie ?? '').split(';')[0] ?? '';

describe('the launch token', () => {
  test('lets a window in once', () => {
    const { door, token } = open();
    const ticket = token(door.newLaunchUrl());
    expect(ticket).toMatch(/^[\w-]{43}$/);
    expect(door.launch(ticket)).toMatch(
      /^attune-session=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict$/,
    );
    expect(door.launch(ticket)).toBeNull();
  });

  test('lives for 30 seconds', () => {
    const { door, token, wait } = open();
    const early = token(door.newLaunchUrl());
    wait(30_000);
    expect(door.launch(early)).not.toBeNull();
    const late = token(door.newLaunchUrl());
    wait(30_001);
    expect(door.launch(late)).toBeNull();
  });

  test('a newer one ends the one before it', () => {
    const { door, token } = open();
    const first = token(door.newLaunchUrl());
    const second = token(door.newLaunchUrl());
    expect(door.launch(first)).toBeNull();
    expect(door.launch(second)).not.toBeNull();
  });

  test('a wrong guess uses nothing up', () => {
    const { door, token } = open();
    const ticket = token(door.newLaunchUrl());
    for (const guess of ['', ' ', ticket.slice(1), `${ticket} `, ticket.toUpperCase()]) {
      expect(door.launch(guess)).toBeNull();
    }
    expect(door.launch(ticket)).not.toBeNull();
  });

  test('without one there is no way in', () => {
    const { door } = open();
    expect(door.launch('')).toBeNull();
    expect(door.admits('')).toBe(false);
    expect(door.trusts('')).toBe(false);
    expect(door.trusts('null')).toBe(false);
  });
});

test('a second launch ends the first session', () => {
  const { door, token } = open();
  const first = cookieOf(door.launch(token(door.newLaunchUrl())));
  const csrf = door.csrf() ?? '';
  expect(door.admits(first)).toBe(true);
  const second = cookieOf(door.launch(token(door.newLaunchUrl())));
  expect(door.admits(first)).toBe(false);
  expect(door.trusts(csrf)).toBe(false);
  expect(door.admits(`other=1; ${second}`)).toBe(true);
  expect(door.admits(`${first}; ${second}`)).toBe(false);
});

test('the host name has 64 random bits', () => {
  const names = new Set(Array.from({ length: 1_000 }, randomHost));
  expect(names.size).toBe(1_000);
  for (const name of names) expect(name).toMatch(/^w-[0-9a-f]{16}\.localhost$/);
});
