import { parseArgs } from 'node:util';
import { VERSION } from '../app.ts';
import { Refusal, refusalSentence } from '../model/refusal.ts';
import { type Answer, type Arguments, type Command, UsageError } from './command.ts';
import { allCommands, commandNamed } from './commands.ts';
import { createConsoleTask } from './console-task.ts';
import { commandHelp, generalHelp } from './help.ts';

/**
 * The command line. One JSON document on stdout with --json, messages on stderr.
 * Gives the exit code: 0 done, 1 refused, 2 wrong usage.
 */
export async function main(argv: readonly string[]): Promise<0 | 1 | 2> {
  const [name, ...rest] = argv;
  if (name === undefined || name === '--help' || name === 'help') {
    console.log(generalHelp(await allCommands()));
    return name === undefined ? 2 : 0;
  }
  if (name === '--version') {
    console.log(VERSION);
    return 0;
  }
  const command = await commandNamed(name);
  if (!command) {
    console.error(`There is no command “${name}”.\n\n${generalHelp(await allCommands())}`);
    return 2;
  }
  const asJson = rest.includes('--json');
  try {
    const answer = await run(command, rest);
    if (answer === null) console.log(commandHelp(command));
    else if (asJson) console.log(JSON.stringify(answer.json));
    else if (answer.text) console.log(answer.text);
    return answer?.exitCode ?? 0;
  } catch (error) {
    if (error instanceof UsageError) {
      console.error(`${error.message}\n\n${commandHelp(command)}`);
      return 2;
    }
    if (error instanceof Refusal) {
      if (asJson) console.log(JSON.stringify({ refused: error.toRecord() }));
      console.error(refusalSentence(error.toRecord()));
      return 1;
    }
    throw error;
  }
}

async function run(command: Command, argv: readonly string[]): Promise<Answer | null> {
  const args = parse(command, argv);
  if (args.values.help === true) return null;
  const [fewest, most] = command.takes;
  if (args.positionals.length < fewest) throw new UsageError('An argument is missing.');
  if (args.positionals.length > most) {
    throw new UsageError(`“${args.positionals[most]}” is one argument too many.`);
  }
  return command.run(args, createConsoleTask(process.stderr));
}

function parse(command: Command, argv: readonly string[]) {
  try {
    const { values, positionals } = parseArgs({
      args: [...argv],
      options: { ...command.options, json: { type: 'boolean' }, help: { type: 'boolean' } },
      allowPositionals: true,
      strict: true,
    });
    return { values: values as Arguments['values'], positionals };
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}
