import type { Command } from './command.ts';

export function generalHelp(commands: readonly Command[]): string {
  const width = Math.max(...commands.map((each) => each.name.length + each.usage.length)) + 3;
  return [
    'attune: everything the window does, from the command line.',
    '',
    ...commands.map((each) => `  ${`${each.name} ${each.usage}`.padEnd(width)} ${each.about}`),
    '',
    'Every command takes --json (one JSON document on stdout) and --help.',
    'Exit 0 done, 1 refused with the reason, 2 wrong usage.',
  ].join('\n');
}

export function commandHelp(command: Command): string {
  return `attune ${command.name} ${command.usage}\n${command.about}`;
}
