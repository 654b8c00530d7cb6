import { inputTable, type InputName, type RawInputs } from './input-table.generated.ts'
import { parseKeyValue, parseList, type ListForm } from '../shared/csv.ts'
import { type Problems, messageOf } from '../shared/errors.ts'

/** How pairs are read: `bareValue` gives what a key without `=` stands for, `flawOf` what is wrong with an entry, unnamed: it may be a secret. */
export interface KeyValueForm extends Partial<ListForm> {
  flawOf?: (entry: string) => string | undefined
  bareValue?: (key: string) => string | undefined
}

const isKey = (text: string): boolean => /^[\w.][\w.-]*$/.test(text)

/** Reads one input at a time, and notes in `problems` what is wrong with it; then it gives what does no harm. */
export class InputReader {
  readonly #raw: RawInputs
  readonly #problems: Problems

  constructor(raw: RawInputs, problems: Problems) {
    this.#raw = raw
    this.#problems = problems
  }

  /** Notes what is wrong with an input; `why` goes on after its name. */
  refuse(input: InputName, why: string): void {
    this.#problems.add(input, why)
  }

  text(input: InputName): string | undefined {
    return this.#raw[input].trim() || undefined
  }

  /** What ends up as a name or as the value of an option: one that begins with `-` is a slip or an attack. */
  name(input: InputName): string | undefined {
    const name = this.text(input)
    if (name !== undefined) this.#refuseOption(input, name)
    return name
  }

  #refuseOption(input: InputName, value: string): void {
    if (value.startsWith('-'))
      this.refuse(input, `"${value}" begins with "-"; an option is not a value here.`)
  }

  /** YAML 1.2's booleans, as @actions/core reads them. */
  flag(input: InputName): boolean {
    const value = this.text(input) ?? inputTable[input].fallback
    if (/^(true|True|TRUE)$/.test(value)) return true
    if (!/^(false|False|FALSE)$/.test(value)) this.refuse(input, `"${value}" is neither true nor false.`)
    return false
  }

  choice<const T extends string>(input: InputName, allowed: readonly T[]): T {
    const value = this.text(input) ?? inputTable[input].fallback
    const found = allowed.find((choice) => choice === value)
    if (found === undefined) this.refuse(input, `"${value}" is not one of ${allowed.join(', ')}.`)
    return found ?? (allowed[0] as T)
  }

  /** Several of a closed set, in order; the word `none` alone stands for no one of them. */
  choices<const T extends string>(input: InputName, allowed: readonly T[], none: string): T[] {
    const written = this.#entries(input, { splitAtCommas: true })
    const values = written.length === 0 ? [inputTable[input].fallback] : written
    if (values.length === 1 && values[0] === none) return []
    const chosen = values.flatMap((value) => {
      const found = allowed.find((choice) => choice === value)
      if (found !== undefined) return [found]
      const why = value === none ? `stands alone` : `is not one of ${[...allowed, none].join(', ')}`
      this.refuse(input, `"${value}" ${why}.`)
      return []
    })
    return [...new Set(chosen)]
  }

  list(input: InputName, splitAtCommas: boolean, form: Omit<ListForm, 'splitAtCommas'> = {}): string[] {
    const entries = this.#entries(input, { splitAtCommas, ...form })
    for (const entry of entries) this.#refuseOption(input, entry)
    return entries
  }

  #entries(input: InputName, form: ListForm): string[] {
    const entries = this.attempt(input, () => parseList(this.#raw[input], form)) ?? []
    if (entries.some((entry) => entry.includes('\0')))
      this.refuse(input, 'an entry contains a NUL character.')
    return entries
  }

  /** What `parse` gives; where it throws, its words are a problem of the input. */
  attempt<T>(input: InputName, parse: () => T): T | undefined {
    try {
      return parse()
    } catch (error) {
      this.refuse(input, messageOf(error))
      return undefined
    }
  }

  keyValues(
    input: InputName,
    form: string,
    { bareValue, flawOf, ...listForm }: KeyValueForm = {},
  ): [string, string][] {
    return this.#entries(input, { splitAtCommas: false, ...listForm }).flatMap((entry, index) => {
      const isBare = bareValue !== undefined && isKey(entry)
      if (isBare) {
        const value = bareValue(entry)
        if (value !== undefined) return [[entry, value] as [string, string]]
      }
      const flaw = flawOf?.(entry)
      const pair = parseKeyValue(entry)
      if (flaw === undefined && pair && isKey(pair[0])) return [pair]
      // The entry itself may be a secret, so the message tells only where it stands.
      const other = isBare ? ', nor the name of an environment variable' : ''
      this.refuse(input, `entry ${index + 1} ${flaw ?? `is not of the form ${form}${other}.`}`)
      return []
    })
  }

  /** What a parser makes of what was given, else of the default; undefined where both are empty, and where it throws, which is a problem. */
  value<T>(input: InputName, parse: (text: string) => T): T | undefined {
    const text = this.text(input) ?? inputTable[input].fallback
    return text === '' ? undefined : this.attempt(input, () => parse(text))
  }

  /** The same of each entry of a list, without those that are problems. */
  values<T>(input: InputName, parse: (text: string) => T): T[] {
    const entries = this.#entries(input, { splitAtCommas: false })
    return entries.flatMap((entry) => this.attempt(input, () => [parse(entry)]) ?? [])
  }
}
