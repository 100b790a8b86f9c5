/** `parley completion`: a script that completes commands and options in a shell. */
import { Argument, Command } from 'commander';
import { completionScript, type Shell, SHELLS } from '../completion.js';
import { print } from '../output.js';

const HELP = `
Examples:
  source <(parley completion bash)                     for this session; put it into ~/.bashrc to keep
  source <(parley completion zsh)
  parley completion fish > ~/.config/fish/completions/parley.fish`;

/** @param allCommands loads every command with its options */
export const completionCommand = (allCommands: () => Promise<readonly Command[]>): Command =>
  new Command('completion')
    .addArgument(new Argument('<shell>', 'the shell to complete in').choices(SHELLS))
    .addHelpText('after', HELP)
    .action(async (shell: Shell) => print(completionScript(shell, await allCommands())));
