import { expect, test } from '@jest/globals'
import { onceFor } from '../../../src/shared/once-for.ts'

test('works once for an object, also where that gives nothing, and again for its equal', () => {
  const asked: object[] = []
  const read = onceFor((of: { size: number }) => {
    asked.push(of)
    return of.size === 0 ? undefined : of.size
  })
  const [empty, full] = [{ size: 0 }, { size: 2 }]
  expect([read(empty), read(empty), read(full), read({ size: 2 })]).toEqual([undefined, undefined, 2, 2])
  expect(asked).toHaveLength(3)
})
