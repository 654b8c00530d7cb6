import { mutate } from './mutate.ts'
import type { Random } from './random.ts'

const strange: unknown[] = [
  ...[
    null,
    true,
    0,
    -1,
    1.5,
    1e300,
    Number.MAX_SAFE_INTEGER + 2,
    '',
    'x',
    '\0',
    '😀',
    '../..',
    'sha256:x',
    [],
    {},
    [[]],
    { a: { b: [] } },
  ],
  ...[
    'x'.repeat(5000),
    Array.from({ length: 2000 }, () => 1),
    '2026-13-45T99:00:00Z',
    '<script>',
    '__proto__',
  ],
]

const numbers = [0, 1, -1, 0.5, 3_000_000_000, Number.MAX_SAFE_INTEGER, 1e300, 1e-300]

/** The text of a JSON value, one to three of its parts gone, doubled, of another kind or under another name. */
export function mutateJson(random: Random, value: unknown): string {
  const copy = { root: structuredClone(value) }
  for (let time = random.below(3); time >= 0; time -= 1) {
    const places = placesIn(copy)
    if (places.length > 0) changeAt(random, ...random.pick(places))
  }
  return JSON.stringify(copy.root ?? null)
}

type Holder = Record<string, unknown>
type Place = [holder: Holder, key: string]

/** Every place of a value: in an object by name, in a list by number. */
function placesIn(holder: Holder): Place[] {
  return Object.entries(holder).flatMap(([key, part]) => [
    [holder, key] as Place,
    ...(typeof part === 'object' && part !== null ? placesIn(part as Holder) : []),
  ])
}

function changeAt(random: Random, holder: Holder, key: string): void {
  const part = structuredClone(holder[key])
  switch (random.below(6)) {
    case 0:
      if (Array.isArray(holder)) holder.splice(Number(key), 1)
      else Reflect.deleteProperty(holder, key)
      return
    case 1:
      if (Array.isArray(holder)) holder.push(part)
      else holder[random.pick(['x', 'constructor', 'toString', ''])] = part
      return
    case 2:
      holder[key] = typeof part === 'number' ? random.pick(numbers) : pickStrange(random)
      return
    case 3:
      holder[key] = typeof part === 'string' ? mutate(random, part) : pickStrange(random)
      return
    case 4:
      holder[key] = Array.isArray(part) ? [...(part as unknown[]), ...(part as unknown[])] : []
      return
    default:
      holder[key] = random.oneIn(10) ? nest(random.below(1000)) : {}
  }
}

const pickStrange = (random: Random): unknown => structuredClone(random.pick(strange))

function nest(depth: number): unknown {
  let nested: unknown = 1
  for (let level = 0; level < depth; level += 1) nested = [nested]
  return nested
}
