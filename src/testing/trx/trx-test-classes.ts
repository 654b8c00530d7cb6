import { nameLimit } from '../log/text.ts'
import { cutText } from '../../shared/text.ts'
import { detached } from '../../xml/read-xml.ts'
import { TestIds } from './trx-test-ids.ts'

const nameBudget = 8 * 1024 * 1024

/** The classes of tests, which a TRX has apart from the results: behind them as VSTest writes it, or before them. */
export class TestClasses {
  readonly #ids: TestIds
  /** By the number of the test. */
  readonly #classes: (string | undefined)[] = []
  /** One string for all equal ones: 100,000 tests have some hundred classes. */
  readonly #known = new Map<string, string>()
  #spent = 0

  /** Knows at most that many tests. */
  constructor(limit: number) {
    this.#ids = new TestIds(limit)
  }

  /** A number for a test, to ask for its class with when the file is read; -1 without an id or over the limit. */
  numberOf(testId: string): number {
    const number = this.#ids.numberOf(testId)
    if (number === this.#classes.length) this.#classes.push(undefined)
    return number
  }

  /** Takes the class of a test. */
  define(testId: string, className: string): void {
    if (className === '') return
    const number = this.numberOf(testId)
    // Older adapters write the class with its assembly: "Shop.Tests.OrderTests, Shop.Tests, Version=…".
    const comma = className.indexOf(',')
    const name = comma < 0 ? className : className.slice(0, comma)
    if (number >= 0) this.#classes[number] = this.#same(cutText(name, nameLimit))
  }

  /** The class of the test with a number. */
  classOf(number: number): string | undefined {
    return this.#classes[number]
  }

  #same(text: string): string | undefined {
    const known = this.#known.get(text)
    if (known !== undefined || this.#spent > nameBudget) return known
    this.#spent += text.length
    const copy = detached(text)
    this.#known.set(copy, copy)
    return copy
  }
}
