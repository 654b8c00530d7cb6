import { expect, test } from '@jest/globals'
import { choosePort, type ChosenPort } from '../../../src/smoke/choose-port.ts'

test.each<{
  name: string
  asked?: number
  exposedPorts?: string[]
  env?: string[]
  port: ChosenPort | undefined
}>([
  {
    name: 'the one that was asked for',
    asked: 81,
    exposedPorts: ['80/tcp'],
    port: { port: 81, reason: 'smoke-port says 81' },
  },
  {
    name: 'the only exposed one, whatever the environment says',
    exposedPorts: ['80/tcp'],
    env: ['ASPNETCORE_HTTP_PORTS=8080'],
    port: { port: 80, reason: 'EXPOSE says 80' },
  },
  {
    name: 'of the two that Visual Studio writes, the one for plain HTTP',
    exposedPorts: ['8081/tcp', '8080/tcp'],
    env: ['ASPNETCORE_HTTP_PORTS=8080', 'ASPNETCORE_HTTPS_PORTS=8081'],
    port: { port: 8080, reason: 'ASPNETCORE_HTTP_PORTS in the image says 8080' },
  },
  {
    name: 'of several that nothing tells apart, the lowest by number',
    exposedPorts: ['10000/tcp', '9000/tcp', '53/udp'],
    port: { port: 9000, reason: 'EXPOSE says 9000, the lowest of 9000, 10000' },
  },
  {
    name: 'what the base image tells ASP.NET, where nothing is exposed',
    env: ['PATH=/bin', 'ASPNETCORE_HTTP_PORTS=8080;8090'],
    port: { port: 8080, reason: 'ASPNETCORE_HTTP_PORTS in the image says 8080' },
  },
  {
    name: 'a URL before a port, as ASP.NET does it, and never one of HTTPS',
    env: ['ASPNETCORE_HTTP_PORTS=8080', 'ASPNETCORE_URLS=https://+:443;http://+:5080'],
    port: { port: 5080, reason: 'ASPNETCORE_URLS in the image says 5080' },
  },
  {
    name: 'the usual port of a URL without one',
    env: ['ASPNETCORE_URLS=http://*'],
    port: { port: 80, reason: 'ASPNETCORE_URLS in the image says 80' },
  },
  { name: 'none, where nothing tells', exposedPorts: ['53/udp'], env: ['PATH=/bin'], port: undefined },
])('takes $name', ({ asked, exposedPorts = [], env = [], port }) => {
  expect(choosePort(asked, { exposedPorts, env })).toEqual(port)
})
