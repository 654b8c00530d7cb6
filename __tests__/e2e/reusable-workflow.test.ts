import { describe, expect, it } from '@jest/globals'
import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { renderJson, toReportJson } from '../../src/report/model/to-json.ts'
import { counts, failure, report, testReport } from '../unit/report/a-report.ts'
import { makeTempFolder } from '../unit/temp-folder.ts'
import { runEntry } from './harness/run-entry.ts'

const good = renderJson(
  toReportJson(
    report({
      delivery: {
        kind: 'delivered',
        outputs: [{ how: 'pushed', where: 'acme/shop:1', checkedBy: 'manifest', durationMs: 100 }],
        digest: `sha256:${'1'.repeat(64)}`,
        metadata: {},
      },
    }),
  ),
)
const bad = renderJson(
  toReportJson(
    report({
      tests: testReport({ result: 'failed', counts: counts(1, 1), failures: [failure('Shop.Adds')] }),
      problems: [{ title: '1 test failed', message: 'Shop.Adds', place: undefined, snippet: undefined }],
    }),
  ),
)

describe('merge/', () => {
  it('is green when all are, with the digest of each', async () => {
    await using temp = await makeTempFolder({ 'c-shop/report.json': good, 'c-pay/report.json': good })
    const step = await runEntry('merge', { reports: temp.path, prefix: 'c-', expected: 'shop\npay' })
    expect([step.exitCode, step.stdout]).toEqual([0, 'All 2 images passed.\n'])
    expect(step.outputs).toMatchObject({ 'test-result': 'passed', failed: '0' })
    expect(JSON.parse(step.outputs['images'] ?? '')).toEqual(
      ['shop', 'pay'].map((name) => ({
        name,
        imageKey: 'shop',
        ok: true,
        testResult: 'passed',
        problems: [],
        digest: `sha256:${'1'.repeat(64)}`,
        compressedBytes: 81_252_100,
        uncompressedBytes: 203_500_000,
      })),
    )
    expect(step.summary).toMatch(/^## ✅ All 2 images passed\n/)
  })

  it('is red when one is, when one is missing and when one is no report', async () => {
    await using temp = await makeTempFolder({
      'c-shop/report.json': good,
      'c-pay/report.json': bad,
      'c-mail/report.json': '{"version":2}',
    })
    const step = await runEntry('merge', {
      reports: temp.path,
      prefix: 'c-',
      expected: 'shop\npay\nmail\nweb',
    })
    expect(step.exitCode).toBe(1)
    expect(step.outputs).toMatchObject({ 'test-result': 'error', failed: '3' })
    expect(step.summary).toMatch(/^## ❌ 3 of 4 images failed: .*\n/)
    expect(step.stdout).toContain('::error title=pay::pay: 1 test failed')
    expect(step.stdout).toContain('::error title=mail::mail: Its report.json was not used: it is not valid')
    expect(step.stdout).toContain('::error title=web::web: There is no report of it')
  })

  it('is red when nothing was left or nothing is expected', async () => {
    await using temp = await makeTempFolder()
    const none = await runEntry('merge', { reports: join(temp.path, 'none'), prefix: '', expected: '2' })
    expect([none.exitCode, none.outputs['failed'], none.outputs['test-result']]).toEqual([1, '2', 'error'])
    const silent = await runEntry('merge', { reports: temp.path, prefix: '', expected: '' })
    expect(silent.exitCode).toBe(1)
    expect(silent.stdout).toContain('::error title=Nothing is expected::')
  })

  it('names each wrong input of the comment', async () => {
    const step = await runEntry('comment', { report: '', comment: 'yes', 'github-token': '' })
    expect(step.exitCode).toBe(1)
    expect(step.stdout).toContain('::error title=3 wrong inputs::report: name a report.json')
    expect(step.stdout).toContain('github-token: is empty')
    expect(step.stdout).toContain('comment: "yes" is not one of auto, changes.')
  })

  it('tells of a summary that can not be written, and goes on', async () => {
    await using temp = await makeTempFolder({ 'shop/report.json': good })
    const summary = join(temp.path, 'summary')
    await mkdir(summary)
    const inputs = { reports: temp.path, prefix: '', expected: 'shop' }
    const step = await runEntry('merge', inputs, { GITHUB_STEP_SUMMARY: summary })
    await rm(summary, { recursive: true })
    expect(step.exitCode).toBe(0)
    expect(step.stdout).toContain('::warning::Lost: the job summary')
  })
})

describe('matrix/', () => {
  const inputs = {
    name: 'containers',
    'runs-on': '"ubuntu-24.04"',
    'push-branches': 'main',
    'max-size': '120 MB',
    coverage: true,
    'timeout-minutes': 60,
    images: '- context: src/Shop\n- { context: src/Pay, max-size: 90 MB }\n',
  }

  it('gives a job per image', async () => {
    const env = { GITHUB_EVENT_NAME: 'push', GITHUB_REF: 'refs/heads/main' }
    const step = await runEntry('matrix', { inputs: JSON.stringify(inputs) }, env)
    expect(step.exitCode).toBe(0)
    expect(step.outputs).toMatchObject({
      ...{ push: 'true', names: 'Shop\nPay', indexes: '[]' },
      prefix: expect.stringMatching(/^containers-[0-9a-f]{8}-$/),
    })
    expect(JSON.parse(step.outputs['matrix'] ?? '')).toEqual({ name: ['Shop', 'Pay'] })
    const all = { 'runs-on': 'ubuntu-24.04', push: 'true' }
    expect(JSON.parse(step.outputs['jobs'] ?? '')).toEqual({
      Shop: {
        ...{ ...all, name: 'Shop' },
        image: { context: 'src/Shop', coverage: 'true', 'max-size': '120 MB' },
      },
      Pay: {
        ...{ ...all, name: 'Pay' },
        image: { context: 'src/Pay', coverage: 'true', 'max-size': '90 MB' },
      },
    })
  })

  it('gives the reports of two calls names of their own, and says where an event pushes nothing', async () => {
    const env = { GITHUB_EVENT_NAME: 'workflow_run', GITHUB_REF: 'refs/heads/main' }
    const calls = [inputs, { ...inputs, 'max-size': '1 GB', 'runs-on': 'ubuntu-latest' }]
    const steps = await Promise.all(
      calls.map((one) => runEntry('matrix', { inputs: JSON.stringify(one) }, env)),
    )
    expect(steps.map(({ outputs }) => outputs['push'])).toEqual(['false', 'false'])
    expect(new Set(steps.map(({ outputs }) => outputs['prefix'])).size).toBe(2)
    expect(steps[0]?.stdout).toContain('::warning::Nothing is pushed: the event workflow_run pushes nothing')
  })

  it('tells what is wrong with the list, and gives no matrix', async () => {
    const wrong = { ...inputs, images: '- contxt: src/Shop', 'runs-on': '["ubuntu-24.04', name: '' }
    const step = await runEntry('matrix', { inputs: JSON.stringify(wrong) })
    expect(step.exitCode).toBe(1)
    expect(step.outputs).toEqual({})
    expect(step.stdout).toContain('::error title=3 wrong inputs::runs-on: write one label, or JSON')
    expect(step.stdout).toContain('there is no key "contxt". Did you mean context?')
  })
})
