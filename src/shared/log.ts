/** Where something stands, for annotations: a file of the checkout with its line from 1. */
export interface LogPlace {
  title?: string
  file?: string | undefined
  line?: number | undefined
}

/** What the program says while it runs; the runner's log and the terminal each have their way to show it. */
export interface Log {
  info(text: string): void
  /** For whoever looks for a fault: shown when RUNNER_DEBUG is 1. */
  debug(text: string): void
  /** What is worth a look, and asks for nothing. */
  notice(text: string, place?: LogPlace): void
  warning(text: string, place?: LogPlace): void
  error(text: string, place?: LogPlace): void
  /** Shows what a child prints, live, under one title; a line of it can never act as a command. */
  group<T>(title: string, work: (line: (text: string) => void) => Promise<T>): Promise<T>
}
