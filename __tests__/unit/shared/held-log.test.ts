import { expect, test } from '@jest/globals'
import { HeldLog, type Log } from '../../../src/shared/log.ts'

/** A log whose lines are written down as they are shown, those of a group with its title. */
function writingLog(): { log: Log; shown: string[] } {
  const shown: string[] = []
  const write =
    (kind: string) =>
    (text: string): void => {
      shown.push(`${kind}: ${text}`)
    }
  const log: Log = {
    ...{ info: write('info'), debug: write('debug'), notice: write('notice') },
    ...{ warning: write('warning'), error: write('error') },
    group: async (title, work) => {
      shown.push(`group ${title}`)
      const result = await work(write(title))
      shown.push(`end ${title}`)
      return result
    },
  }
  return { log, shown }
}

test('what was held comes as it was logged, and what follows at once', async () => {
  const { log, shown } = writingLog()
  const held = new HeldLog()
  held.info('first')
  const gives = await held.group('Build', (line) => {
    line('a step')
    return Promise.resolve('built')
  })
  held.warning('slow')
  expect([gives, shown]).toEqual(['built', []])

  await held.release(log)
  held.info('last')
  await held.group('Load', async (line) => {
    line('done')
    await Promise.resolve()
  })
  expect(shown).toEqual([
    ...['info: first', 'group Build', 'Build: a step', 'end Build', 'warning: slow', 'info: last'],
    ...['group Load', 'Load: done', 'end Load'],
  ])
})

test('a group that is open stays open until its work has ended, however it ends', async () => {
  const { log, shown } = writingLog()
  const held = new HeldLog()
  let print: (line: string) => void = () => undefined
  let fail: (why: Error) => void = () => undefined
  const failing = held.group('Build', (line) => {
    print = line
    return new Promise((_, reject) => (fail = reject))
  })
  print('before')
  const releasing = held.release(log)
  await Promise.resolve()
  print('meanwhile')
  expect(shown).toEqual(['group Build', 'Build: before', 'Build: meanwhile'])
  fail(new Error('no space left'))
  await expect(failing).rejects.toThrow('no space left')
  await releasing
  expect(shown.at(-1)).toBe('end Build')
})
