/** What `@actions/cache` told while it worked, which its return values don't: a miss and a failure look the same. */
export interface CacheLog {
  /** The key of the entry that a look-up matched, also where its download or extraction failed afterwards. */
  hitKey?: string
  /** What went wrong, in our words where the cause is known. */
  trouble?: string
  /** Whether saving was refused because that key is there already. */
  exists: boolean
}

const wordings: [RegExp, (match: RegExpExecArray) => string][] = [
  [/cache write denied/, () => 'the token of this run may not write to the Actions cache'],
  [/cache read denied/, () => 'the token of this run may not read from the Actions cache'],
  [/\(401\)/, () => 'the Actions cache does not take the token of this run (401)'],
  [/\(429\)/, () => 'the Actions cache limits its requests at the moment (429)'],
  [/effective cache-mode '([a-z-]+)'/, ([, mode]) => `the runner's cache mode is '${mode ?? ''}'`],
  [
    /\b(ECONNREFUSED|ECONNRESET|ENOTFOUND|ETIMEDOUT|EHOSTUNREACH|EAI_AGAIN)\b/,
    ([, code]) => `the Actions cache cannot be reached (${code ?? ''})`,
  ],
  [/\btar\b.*\bexit code (\d+)/, () => 'its archive cannot be uncompressed'],
]

/** Reads the text that `@actions/cache` 6 prints: workflow commands for debug lines and warnings, plain lines else. */
export function readCacheLog(log: string): CacheLog {
  const lines = log.split(/\r?\n/)
  const pick = (pattern: RegExp) => lines.findLast((line) => pattern.test(line))?.replace(pattern, '')
  const hitKey = pick(/^Cache hit for(?: restore-key)?: /)
  // The reason why a key could not be reserved stands in a debug line only.
  const trouble =
    pick(/^::debug::Failed to reserve cache: (?:Error: )?/) ??
    pick(/^::(?:warning|error)::(?:Failed to (?:save|restore): )?/) ??
    pick(/^(?:Failed to save: |(?=Cache (?:save|restore) skipped: ))/)
  return {
    ...(hitKey !== undefined && { hitKey }),
    ...(trouble !== undefined && { trouble: describe(trouble, 'the Actions cache failed: ') }),
    exists: trouble !== undefined && /\(409\)|already.?exists/i.test(trouble),
  }
}

function describe(text: string, introduction: string): string {
  for (const [pattern, wording] of wordings) {
    const match = pattern.exec(text)
    if (match) return wording(match)
  }
  const line = (text.split('%0A')[0] ?? '')
    .replace(/(https?:\/\/[^\s?]*)\?\S*/g, '$1')
    .replace(/\p{Cc}/gu, ' ')
    .slice(0, 300)
  return introduction + line
}

/** Why a request was stopped, with what its last try met. */
export function explainStop(reason: string, log: string): string {
  const tries = [
    ...log.matchAll(/^Attempt \d+ of \d+ failed with error: (.*?)(?:\. Retrying request in .*)?$/gm),
  ]
  const last = tries.at(-1)?.[1]
  return last === undefined ? reason : `${reason} (last: ${describe(last, '')})`
}
