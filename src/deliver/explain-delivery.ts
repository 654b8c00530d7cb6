import { loadFailure } from '../build/build-final.ts'
import type { Measurement } from '../measure/measurement.ts'
import { OtherImageError } from '../shared/errors.ts'
import type { PlannedDelivery } from './plan-deliveries.ts'

/** What a delivery is called while it runs, and when it fails. */
export function wordsOf({ how, names, asked, waits }: PlannedDelivery): {
  title: string
  /** Of what comes before its names are set. */
  waiting: string
  failure: string
} {
  const dest = asked.dest ?? ''
  const words = {
    pushed: { title: `Push ${names.join(', ')}`, failure: 'The push failed' },
    loaded: { title: `Load ${names.join(', ') || 'the image'}`, failure: loadFailure },
    written: { title: `Write ${dest}`, failure: `${dest} could not be written` },
  }[how]
  const isLoadedFirst = how === 'pushed' && waits === 'engine'
  return { ...words, waiting: isLoadedFirst ? 'Load the image to push it' : words.title }
}

/** What to do about a registry that refuses, by its words; the first that fits counts. */
const refusals: [RegExp, (host: string) => string][] = [
  [
    /immutable|can ?not be overwritten|tag .*already exists/i,
    () => 'The registry lets no tag move: give each commit one of its own, such as github.sha.',
  ],
  [
    /\b429\b|too ?many ?requests|rate (?:limit|exceeded)/i,
    () => 'The registry limits its requests: run the job again later.',
  ],
  [
    /\b401\b|unauthorized|authentication required|authorization failed|insufficient_scope|no basic auth|access denied, repository/i,
    (host) =>
      `Log in to ${host} in a step above this one, such as docker/login-action. Runs of forks and of Dependabot have no secrets: push from branches alone.`,
  ],
  [
    /\b403\b|denied|forbidden/i,
    (host) =>
      host === 'ghcr.io'
        ? 'Give the job permissions: { contents: read, packages: write }. Where another repository made the package, let this one write it: package settings, Manage Actions access.'
        : `Who is logged in to ${host} may not push there.`,
  ],
  [
    /name unknown|name_unknown|repository .*(?:does not exist|not found)/i,
    () => 'Make that repository in the registry first.',
  ],
]

/** The words of a push that failed, with what was to be pushed and, where the words tell, the way out. */
export function explainPush(words: string, names: readonly string[]): string {
  const refused = names.find((name) => words.includes(`${name}:`))
  const [host = '', ...path] = (refused ?? names[0] ?? '').split('/')
  const isHost = path.length > 0 && (/[.:]/.test(host) || host === 'localhost')
  const [, wayOut] = refusals.find(([pattern]) => pattern.test(words)) ?? []
  const known = refused === undefined ? `${names.join(', ')}: ${words}` : words
  return wayOut === undefined ? known : `${known}\n${wayOut(isHost ? host : 'docker.io')}`
}

/** The words of a delivery that failed: only a registry's refusal says of itself too little. */
export function explain({ how, names }: PlannedDelivery, words: string): string {
  return how === 'pushed' ? explainPush(words, names) : words
}

function wordsOfPlace({ names, asked }: PlannedDelivery): string {
  return asked.dest ?? (names.join(', ') || 'the engine')
}

/** The error for an image that is another one than the measured one. */
export function notMeasured(
  delivery: PlannedDelivery,
  measured: readonly Pick<Measurement, 'manifestDigest'>[],
): OtherImageError {
  const digests = measured.map(({ manifestDigest }) => manifestDigest).join(', ')
  return new OtherImageError(
    'The builder gave another image than the measured one',
    `Measured was ${digests}; for ${wordsOfPlace(delivery)} the builder gave another one when the build was repeated from its cache: ` +
      `something else uses the builder, or changes files of the build, at the same time. ${wordsOfNames(delivery)}Run the job again.`,
  )
}

function wordsOfNames({ waits }: PlannedDelivery): string {
  return waits === 'nowhere' ? '' : 'No tag was changed. '
}

/** The words for an image that could not be compared. */
export function wordsOfUnknown(delivery: PlannedDelivery, reason: string): string {
  return `Whether ${wordsOfPlace(delivery)} would be the measured image is not known: ${reason}. ${wordsOfNames(delivery)}Run the job again.`
}
