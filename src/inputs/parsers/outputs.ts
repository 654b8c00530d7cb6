import { formatFields, parseFields, parseKeyValue } from '../../shared/csv.ts'

/** What an output can be, as `docker buildx build --output` has it. */
const outputTypes = ['image', 'registry', 'docker', 'oci', 'tar', 'local', 'cacheonly'] as const

/** One output that the user asked for. */
export interface Output {
  type: (typeof outputTypes)[number]
  /** Where it is written to; absent for what goes to a registry or into an engine. */
  dest?: string
  /** All else that it says, in its order; keys in lower case. */
  attributes: [key: string, value: string][]
}

/** Reads one output, `type=oci,dest=image.tar` or a path alone, as buildx does (util/buildflags/export.go). Throws an Error with what is wrong. */
export function parseOutput(written: string): Output {
  const fields = parseFields(written)
  const isPath = fields.length === 1 && fields[0] === written && !written.startsWith('type=')
  const pairs = isPath ? toPairs(['type=local', `dest=${written}`]) : toPairs(fields)
  const valueOf = new Map(pairs)
  const [asked, dest] = [valueOf.get('type'), valueOf.get('dest')]
  const type = outputTypes.find((one) => one === asked)
  if (type === undefined) {
    const what = asked === undefined ? 'an output without a type' : `the type "${asked}"`
    throw new Error(`${what} is not one of ${outputTypes.join(', ')}.`)
  }
  if (dest === '-') throw new Error('dest=- would write into the log; name a file.')
  if (!dest && ['oci', 'tar', 'local'].includes(type))
    throw new Error(`type=${type} needs a place, such as dest=${type === 'local' ? 'out' : 'image.tar'}.`)
  const attributes = pairs.filter(([key]) => key !== 'type' && key !== 'dest')
  return { type, ...(dest ? { dest } : {}), attributes }
}

function toPairs(fields: readonly string[]): [key: string, value: string][] {
  return fields.map((field) => {
    const pair = parseKeyValue(field)
    if (pair !== undefined) return [pair[0].trim().toLowerCase(), pair[1]]
    throw new Error(`"${field}" has no value; fields are written key=value, with commas between them.`)
  })
}

/** The output in buildx's words. */
export function formatOutput({ type, dest, attributes }: Output): string {
  return formatFields([
    `type=${type}`,
    ...attributes.map(([key, value]) => `${key}=${value}`),
    ...(dest === undefined ? [] : [`dest=${dest}`]),
  ])
}

/** The last value of an attribute. */
export function attributeOf({ attributes }: Output, name: string): string | undefined {
  return attributes.findLast(([key]) => key === name)?.[1]
}

/** Whether an attribute stands for yes, in the words of Go's strconv.ParseBool, which BuildKit reads them by. */
function isTrue(value: string | undefined): boolean {
  return /^(?:1|t|T|TRUE|true|True)$/.test(value ?? '')
}

/** Whether the output goes to a registry. */
export function isPush(output: Output): boolean {
  return output.type === 'registry' || (output.type === 'image' && isTrue(attributeOf(output, 'push')))
}

/** Whether the output goes into a Docker engine. */
export function isLoad({ type, dest }: Output): boolean {
  return type === 'docker' && dest === undefined
}

/** The image names that an output has for itself; without any it has the tags. */
export function namesOf(output: Output): string[] {
  return (attributeOf(output, 'name') ?? '').split(',').filter((name) => name !== '')
}

/** The outputs with the input `push` on top, as buildx adds it to others (commands/build.go). */
export function withPush(outputs: readonly Output[], push: boolean): Output[] {
  if (!push) return [...outputs]
  const images = outputs.filter(({ type }) => type === 'image' || type === 'registry')
  if (images.length === 0) return [...outputs, { type: 'registry', attributes: [] }]
  return outputs.map((output) =>
    output.type === 'image' && !isPush(output)
      ? { ...output, attributes: [...output.attributes, ['push', 'true']] }
      : output,
  )
}
