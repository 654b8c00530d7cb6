import { expect, test } from '@jest/globals'
import { commentMarker, parseSections, type Section } from '../../../src/report/comment/comment-section.ts'
import { startGitHubApi } from '../../stand-ins/github-api.ts'
import { startWriters } from './comment-writers.ts'

const marker = commentMarker('.github/workflows/ci.yml')
const names = Array.from({ length: 20 }, (_, index) => `shop-${index + 1}`)

const section = (name: string, more: Partial<Section> = {}): Section => ({
  key: `${name}#final`,
  run: 5,
  attempt: 1,
  commit: 'a'.repeat(40),
  url: 'https://github.com/acme/shop/actions/runs/5',
  digest: 'd'.repeat(32),
  head: `### ✅ ${name}`,
  details: [],
  ...more,
})

// Each takes a second or more: SEEDS=50 npm run test:unit -- --testPathPatterns many-writers
const seeds = Array.from({ length: Number(process.env['SEEDS'] ?? 4) }, (_, index) => index + 1)

test('twenty processes that write at the same time leave one comment with twenty sections, for every seed', async () => {
  await using writers = await startWriters(names.length)
  const wrong: unknown[] = []
  for (const seed of seeds) {
    await using api = await startGitHubApi({ delays: { seed, maxMs: 10 } })
    api.state.pulls.push({
      number: 7,
      head: { sha: 'a'.repeat(40), ref: 'x', repo: { full_name: 'acme/shop' } },
    })
    const orders = names.map((name) => ({ apiUrl: api.url, marker, section: section(name), waitMs: 20 }))
    // Half of the seeds begin with the comment of the last push.
    if (seed % 2 === 0) {
      const old = orders
        .slice(0, 3)
        .map((order) => ({ ...order, section: { ...order.section, run: 4, commit: 'b'.repeat(40) } }))
      await writers.write(old)
    }
    const outcomes = await writers.write(orders)
    const found = api.state.comments.map(({ body }) =>
      parseSections(body)
        .filter(({ run }) => run === 5)
        .map(({ head }) => head),
    )
    const expected = [names.map((name) => `### ✅ ${name}`)]
    if (JSON.stringify(found) !== JSON.stringify(expected) || api.state.reactions.length > 0)
      wrong.push({ seed, found, outcomes, reactions: api.state.reactions })
  }
  expect(wrong).toEqual([])
})
