import { parseFields } from '../shared/csv.ts'
import { firstMatch } from '../shared/text.ts'
import type { Settings } from '../inputs/settings.ts'

/** What the defaults of attestations follow from. */
export interface AttestationPlace {
  /** Of the repository that the workflow runs in; undefined where nobody knows. */
  isPublic: boolean | undefined
  /** The page of this run, which says who built the image; undefined in a terminal. */
  runUrl: string | undefined
  /** Whether the builder can attest: an engine with its legacy store can't. */
  builderAttests: boolean
  env: NodeJS.ProcessEnv
}

/** The final image's attestations in buildx's words: the inputs win over `attests`; by default as docker/build-push-action has it (src/context.ts, v7.3.0). */
export function chooseAttestations(
  settings: Pick<Settings, 'provenance' | 'sbom' | 'attests' | 'outputs' | 'load'>,
  place: AttestationPlace,
): string[] {
  const { provenance, sbom, attests } = settings
  const { runUrl } = place
  const inputs: Readonly<Record<string, string | undefined>> = { provenance, sbom }
  const others = attests.filter((attest) => inputs[typeOf(attest) ?? ''] === undefined)
  const isOther = others.some((attest) => typeOf(attest) === 'provenance')
  const byDefault = isOther ? [] : defaultProvenance(settings, place)
  return [
    ...(provenance === undefined ? byDefault : [`type=provenance,${attributesOf(provenance, runUrl)}`]),
    ...(sbom === undefined ? [] : [`type=sbom,${switchOf(sbom) ?? sbom}`]),
    ...others.map((attest) => (typeOf(attest) === 'provenance' ? withBuilder(attest, runUrl) : attest)),
  ]
}

function defaultProvenance(
  { outputs, load }: Pick<Settings, 'outputs' | 'load'>,
  { isPublic, runUrl, builderAttests, env }: AttestationPlace,
): string[] {
  const isOff = /^(?:1|t|true)$/i.test(env['BUILDX_NO_DEFAULT_ATTESTATIONS'] ?? '')
  // Docker's exporter takes no image with attestations of its own; there buildx chooses.
  const isLoaded = load || outputs.some((output) => output.type === 'docker')
  if (isOff || isLoaded || !builderAttests) return []
  const mode = isPublic === true ? 'mode=max' : 'mode=min,inline-only=true'
  return [`type=provenance,${withBuilder(mode, runUrl)}`]
}

function attributesOf(provenance: string, runUrl: string | undefined): string {
  const isOn = switchOf(provenance)
  if (isOn === 'disabled=true') return isOn
  if (isOn === undefined) return withBuilder(provenance, runUrl)
  return runUrl === undefined ? isOn : `builder-id=${runUrl}`
}

/** `true` and `false` in the words that buildx has for an attestation. */
function switchOf(value: string): 'disabled=false' | 'disabled=true' | undefined {
  if (/^(?:1|t|true)$/i.test(value)) return 'disabled=false'
  return /^(?:0|f|false)$/i.test(value) ? 'disabled=true' : undefined
}

/** Says who built it, unless that is said already. */
function withBuilder(attributes: string, runUrl: string | undefined): string {
  const isSaid = parseFields(attributes).some((field) => /^\s*builder-id\s*=/.test(field))
  return isSaid || runUrl === undefined ? attributes : `${attributes},builder-id=${runUrl}`
}

function typeOf(attest: string): string | undefined {
  return firstMatch(parseFields(attest), /^\s*type\s*=\s*(\S+)/)
}
