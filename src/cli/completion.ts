/** Completion scripts for shells, made from the commands and their options. */
import type { Command } from 'commander';

export const SHELLS = ['bash', 'zsh', 'fish'] as const;
export type Shell = (typeof SHELLS)[number];

interface Flag {
  readonly name: string;
  readonly description: string;
  readonly takesValue: boolean;
  /** The values it may take; empty when any. */
  readonly choices: readonly string[];
}

interface Entry {
  readonly name: string;
  readonly description: string;
  readonly flags: readonly Flag[];
  /** The words it may be followed by: names of subcommands, or choices of its first argument. */
  readonly words: readonly string[];
}

const entryOf = (command: Command): Entry => ({
  name: command.name(),
  description: command.description(),
  flags: command
    .createHelp()
    .visibleOptions(command)
    .flatMap(({ long, description, required, optional, argChoices }) =>
      long
        ? [
            {
              name: long,
              description,
              takesValue: required || optional,
              choices: argChoices ?? [],
            },
          ]
        : [],
    ),
  words: [
    ...command.commands.map((sub) => sub.name()),
    ...(command.registeredArguments[0]?.argChoices ?? []),
  ],
});

/** Quotes text for a shell: single quotes, with any inside it written as `'\''`. */
const quote = (text: string): string => `'${text.replaceAll("'", String.raw`'\''`)}'`;

const choicesCases = (entries: readonly Entry[], line: (flag: Flag) => string): string[] => {
  const flags = entries.flatMap(({ flags: all }) => all).filter(({ choices }) => choices.length);
  return [...new Map(flags.map((flag) => [flag.name, flag])).values()].map(line);
};

function bash(entries: readonly Entry[]): string {
  const names = entries.map(({ name }) => name).join(' ');
  const withValue = new Set(
    entries.flatMap(({ flags }) => flags.filter((f) => f.takesValue).map((f) => f.name)),
  );
  return `# Completion of parley for bash: source <(parley completion bash)
_parley() {
  local current=\${COMP_WORDS[COMP_CWORD]} previous=\${COMP_WORDS[COMP_CWORD-1]} words
  case $previous in
${choicesCases(entries, ({ name, choices }) => `    ${name}) COMPREPLY=($(compgen -W ${quote(choices.join(' '))} -- "$current")); return ;;`).join('\n')}
    ${[...withValue].join('|')}) COMPREPLY=($(compgen -f -- "$current")); return ;;
  esac
  if ((COMP_CWORD == 1)); then
    COMPREPLY=($(compgen -W ${quote(`${names} --help --version`)} -- "$current"))
    return
  fi
  case \${COMP_WORDS[1]} in
${entries.map(({ name, flags, words }) => `    ${name}) words=${quote([...words, ...flags.map((f) => f.name)].join(' '))} ;;`).join('\n')}
    *) return ;;
  esac
  COMPREPLY=($(compgen -W "$words" -- "$current"))
  [[ $current == -* ]] || COMPREPLY+=($(compgen -f -- "$current"))
}
complete -o filenames -F _parley parley
`;
}

const zshSpec = ({ name, description, takesValue, choices }: Flag): string => {
  const text = description.replaceAll('[', '(').replaceAll(']', ')').replaceAll(':', ' -');
  const value = choices.length > 0 ? `:value:(${choices.join(' ')})` : ':value:_files';
  return quote(`${name}[${text}]${takesValue ? value : ''}`);
};

function zsh(entries: readonly Entry[]): string {
  const described = entries.map(({ name, description }) => quote(`${name}:${description}`));
  return `#compdef parley
# Completion of parley for zsh: source <(parley completion zsh)
_parley() {
  local -a commands
  commands=(
${described.map((line) => `    ${line}`).join('\n')}
  )
  if ((CURRENT == 2)); then
    _describe command commands
    return
  fi
  local command=\${words[2]}
  shift words
  ((CURRENT--))
  case $command in
${entries
  .map(({ name, flags, words }) => {
    const specs = [
      ...flags.map(zshSpec),
      ...(words.length > 0 ? [quote(`1:word:(${words.join(' ')})`)] : []),
      quote('*:file:_files'),
    ];
    return `    ${name}) _arguments ${specs.join(' ')} ;;`;
  })
  .join('\n')}
  esac
}
compdef _parley parley
`;
}

function fish(entries: readonly Entry[]): string {
  const within = (name: string) => quote(`__fish_seen_subcommand_from ${name}`);
  const lines = entries.flatMap(({ name, description, flags, words }) => [
    `complete -c parley -f -n __fish_use_subcommand -a ${name} -d ${quote(description)}`,
    ...(words.length > 0
      ? [`complete -c parley -n ${within(name)} -f -a ${quote(words.join(' '))}`]
      : []),
    ...flags.map((flag) => {
      const value =
        flag.choices.length > 0
          ? ` -x -a ${quote(flag.choices.join(' '))}`
          : flag.takesValue
            ? ' -r'
            : '';
      return `complete -c parley -n ${within(name)} -l ${flag.name.slice(2)} -d ${quote(flag.description)}${value}`;
    }),
  ]);
  return `# Completion of parley for fish: parley completion fish | source\n${lines.join('\n')}\n`;
}

const SCRIPTS = { bash, zsh, fish };

/** The script that completes these commands, with their options loaded, in a shell. */
export const completionScript = (shell: Shell, commands: readonly Command[]): string =>
  SCRIPTS[shell](commands.map(entryOf));
