import { expect, test } from '@jest/globals'
import { readRuntimeConfig, type RuntimeConfig } from '../../../../src/measure/dotnet/json-documents.ts'
import { documentOf } from './published.ts'

const core = 'Microsoft.NETCore.App'
const web = 'Microsoft.AspNetCore.App'

test.each<{ name: string; text: string; config: RuntimeConfig | undefined }>([
  {
    name: 'a web application',
    text: documentOf('portable', 'Shop.Web.runtimeconfig.json'),
    config: {
      frameworks: [
        { name: core, version: '10.0.0' },
        { name: web, version: '10.0.0' },
      ],
      isSelfContained: false,
      isTrimmed: false,
      isInvariant: false,
      rollForward: undefined,
    },
  },
  {
    name: 'a console application',
    text: documentOf('worker', 'Shop.Worker.runtimeconfig.json'),
    config: {
      frameworks: [{ name: core, version: '10.0.0' }],
      isSelfContained: false,
      isTrimmed: false,
      isInvariant: false,
      rollForward: undefined,
    },
  },
  {
    name: 'a self-contained application',
    text: documentOf('self-contained', 'Shop.Web.runtimeconfig.json'),
    config: {
      frameworks: [
        { name: core, version: '10.0.12' },
        { name: web, version: '10.0.12' },
      ],
      isSelfContained: true,
      isTrimmed: false,
      isInvariant: false,
      rollForward: undefined,
    },
  },
  {
    name: 'a byte order mark and how far to roll forward',
    text: '\uFEFF{"runtimeOptions":{"rollForward":"Major","framework":{"name":"Microsoft.NETCore.App","version":"8.0.0"}}}',
    config: {
      frameworks: [{ name: core, version: '8.0.0' }],
      isSelfContained: false,
      isTrimmed: false,
      isInvariant: false,
      rollForward: 'Major',
    },
  },
  {
    name: 'nothing asked for',
    text: '{"runtimeOptions":{}}',
    config: {
      frameworks: [],
      isSelfContained: false,
      isTrimmed: false,
      isInvariant: false,
      rollForward: undefined,
    },
  },
  {
    name: 'what trimming and the globalization leave behind',
    text: JSON.stringify({
      runtimeOptions: {
        includedFrameworks: [{ name: core, version: '10.0.12' }],
        configProperties: {
          'Microsoft.Extensions.DependencyInjection.VerifyOpenGenericServiceTrimmability': true,
          'System.Globalization.Invariant': true,
          'System.GC.Server': true,
        },
      },
    }),
    config: {
      frameworks: [{ name: core, version: '10.0.12' }],
      ...{ isSelfContained: true, isTrimmed: true, isInvariant: true, rollForward: undefined },
    },
  },
  { name: 'no JSON', text: 'runtimeOptions', config: undefined },
  {
    name: 'a wrong type',
    text: '{"runtimeOptions":{"framework":"Microsoft.NETCore.App"}}',
    config: undefined,
  },
])('reads $name', ({ text, config }) => {
  expect(readRuntimeConfig(text)).toEqual(config)
})
