import { expect, test } from '@jest/globals'
import { readPublishSettings } from '../../../../src/measure/dotnet/publish-settings.ts'
import { imageRecord, layerRecord } from '../a-layout.ts'
import { publishedImage } from './published.ts'

const settingsOf = (form: string, compiled?: RegExp) =>
  Object.fromEntries(readPublishSettings(publishedImage(form, compiled)))

const single = 'PublishSingleFile or PublishAot'
const off = { SelfContained: false, PublishTrimmed: false, InvariantGlobalization: false, [single]: false }

test.each([
  ['portable', undefined, off],
  ['portable', /nothing/, { ...off, PublishReadyToRun: false }],
  ['portable', /Shop\.Web\.dll$/, { ...off, PublishReadyToRun: true }],
  ['self-contained', /System\.[^/]+$/, { ...off, SelfContained: true, PublishReadyToRun: false }],
  ['single-file', /nothing/, { [single]: true }],
  ['native-aot', undefined, { [single]: true }],
])('%s, compiled: %s', (form, compiled, expected) => {
  expect(settingsOf(form, compiled)).toEqual(expected)
})

test('an image without .NET shows none', () => {
  expect(readPublishSettings(imageRecord([layerRecord('a')])).size).toBe(0)
})
