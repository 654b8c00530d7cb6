import { expect, test } from '@jest/globals'
import { chooseAttestations, type AttestationPlace } from '../../../src/plan/choose-attestations.ts'
import type { RawInputs } from '../../../src/inputs/input-table.generated.ts'
import { settingsWith } from '../some-settings.ts'

const runUrl = 'https://github.com/acme/shop/actions/runs/7/attempts/1'
const run: AttestationPlace = { isPublic: true, runUrl, builderAttests: true, env: {} }
const builder = `builder-id=${runUrl}`

// What docker/build-push-action v7.3.0 gives for the same inputs (its src/context.ts, getAttestArgs).
test.each<{
  name: string
  inputs?: Partial<RawInputs>
  place?: Partial<AttestationPlace>
  attests: string[]
}>([
  { name: 'a public repository', attests: [`type=provenance,mode=max,${builder}`] },
  {
    name: 'a private repository',
    place: { isPublic: false },
    attests: [`type=provenance,mode=min,inline-only=true,${builder}`],
  },
  { name: 'an image that is loaded', inputs: { load: 'true' }, attests: [] },
  { name: 'an output of docker’s own', inputs: { outputs: 'type=docker,dest=image.tar' }, attests: [] },
  {
    name: 'a machine on which nothing is attested by default',
    place: { env: { BUILDX_NO_DEFAULT_ATTESTATIONS: '1' } },
    attests: [],
  },
  { name: 'provenance: true', inputs: { provenance: 'true' }, attests: [`type=provenance,${builder}`] },
  { name: 'provenance: false', inputs: { provenance: 'false' }, attests: ['type=provenance,disabled=true'] },
  {
    name: 'provenance with attributes',
    inputs: { provenance: 'mode=min' },
    attests: [`type=provenance,mode=min,${builder}`],
  },
  {
    name: 'provenance that says who built it',
    inputs: { provenance: 'mode=max,builder-id=me' },
    attests: ['type=provenance,mode=max,builder-id=me'],
  },
  {
    name: 'sbom: true',
    inputs: { sbom: 'true', provenance: 'false' },
    attests: ['type=provenance,disabled=true', 'type=sbom,disabled=false'],
  },
  {
    name: 'an SBOM by another scanner',
    inputs: { sbom: 'generator=scanner', provenance: 'false' },
    attests: ['type=provenance,disabled=true', 'type=sbom,generator=scanner'],
  },
  {
    name: 'attests alone',
    inputs: { attests: 'type=provenance,mode=min\ntype=sbom,generator=a' },
    attests: [`type=provenance,mode=min,${builder}`, 'type=sbom,generator=a'],
  },
  {
    name: 'attests beside the inputs of the same kind, which win',
    inputs: { provenance: 'mode=max', sbom: 'false', attests: 'type=provenance,mode=min\ntype=sbom' },
    attests: [`type=provenance,mode=max,${builder}`, 'type=sbom,disabled=true'],
  },
  // Not docker/build-push-action's: it never runs there.
  {
    name: 'a terminal',
    place: { isPublic: undefined, runUrl: undefined },
    attests: ['type=provenance,mode=min,inline-only=true'],
  },
  {
    name: 'provenance: true in a terminal',
    inputs: { provenance: 'true' },
    place: { runUrl: undefined },
    attests: ['type=provenance,disabled=false'],
  },
  { name: 'an engine with its legacy store', place: { builderAttests: false }, attests: [] },
])('attests for $name', async ({ inputs = {}, place = {}, attests }) => {
  expect(chooseAttestations(await settingsWith(inputs), { ...run, ...place })).toEqual(attests)
})
