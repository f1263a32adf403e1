/** One command of `bin/tongdian`. Exit codes: 0 done, 1 a fault was found, 2 wrong use, 3 not possible here. */
export interface Command {
  /** One line for the list of commands. */
  readonly summary: string
  /** The whole help text, ending with the exit codes. */
  readonly help: string
  /** Runs with the words after the command's name; resolves to the exit code. */
  run(args: readonly string[]): Promise<number>
}

/** Wrong use of a command: printed with the help text's first lines, exit code 2. */
export class WrongUse extends Error {}
