import { expect, test } from '@jest/globals'
import { Problems, UserError } from '../../../src/shared/errors.ts'

test('throws nothing when nothing is wrong', () => {
  expect(() => {
    new Problems().throwIfAny()
  }).not.toThrow()
})

test.each([
  { count: 1, title: 'Wrong input', message: 'a: 0' },
  { count: 3, title: '3 wrong inputs', message: 'a: 0\na: 1\na: 2' },
])('throws one error for $count problems', ({ count, title, message }) => {
  const problems = new Problems()
  for (let index = 0; index < count; index++) problems.add('a', String(index))
  expect(() => {
    problems.throwIfAny()
  }).toThrow(new UserError(title, message))
})
