import { expect, test } from '@jest/globals'
import { Redactor } from '../../src/redactor.ts'

test('puts stars in place of secrets, wherever they stand', () => {
  const redactor = new Redactor()
  redactor.add('hunter2')
  redactor.add('hunter2-and-more')
  redactor.add('-----BEGIN-----\nabcdefgh\n-----END-----')
  expect(
    redactor.redact({
      message: 'got hunter2, then hunter2-and-more',
      runs: [{ stdout: 'line: abcdefgh' }, null, 7, undefined],
    }),
  ).toEqual({ message: 'got ***, then ***', runs: [{ stdout: 'line: ***' }, null, 7, undefined] })
})

test('leaves words alone that are as short as a secret may be', () => {
  const redactor = new Redactor()
  redactor.add('a')
  redactor.add('')
  expect(redactor.redact('a passed test')).toBe('a passed test')
})
