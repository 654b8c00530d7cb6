import type { CacheOutcome } from './cache-client.ts'
import type { SaveOutcome } from './record-store.ts'

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
function explainStop({ reason, log }: { reason: string; log: string }): string {
  const tries = [
    ...log.matchAll(/^Attempt \d+ of \d+ failed with error: (.*?)(?:\. Retrying request in .*)?$/gm),
  ]
  const last = tries.at(-1)?.[1]
  return last === undefined ? reason : `${reason} (last: ${describe(last, '')})`
}

/** What a request to restore came to: the key of the entry that was restored, and what the log tells of it. */
export function readRestored(
  outcome: CacheOutcome,
): ({ kind: 'told'; key: string | null } & CacheLog) | { kind: 'unavailable'; reason: string } {
  if (outcome.kind === 'stopped') return { kind: 'unavailable', reason: explainStop(outcome) }
  const { answer, log } = outcome
  if (answer.kind === 'failed') return { kind: 'unavailable', reason: answer.message }
  return { kind: 'told', key: answer.kind === 'restored' ? answer.key : null, ...readCacheLog(log) }
}

/** What a request to save came to. */
export function readSaved(outcome: CacheOutcome): SaveOutcome {
  if (outcome.kind === 'stopped') return { kind: 'not-saved', reason: explainStop(outcome) }
  const { answer, log } = outcome
  const { exists, trouble } = readCacheLog(log)
  if (answer.kind === 'saved' && answer.done) return { kind: 'saved' }
  if (exists) return { kind: 'already-saved' }
  if (answer.kind === 'failed') return { kind: 'not-saved', reason: answer.message }
  return { kind: 'not-saved', reason: trouble ?? 'the Actions cache did not say why' }
}
