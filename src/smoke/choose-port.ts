import type { ImageConfig } from './container.ts'

/** Which port of a container is asked, and why that one, in words. */
export interface ChosenPort {
  port: number
  reason: string
}

/** The port that was asked for, else the one that the image EXPOSEs, else, also between several, what its environment tells ASP.NET. */
export function choosePort(
  asked: number | undefined,
  { exposedPorts, env }: Pick<ImageConfig, 'exposedPorts' | 'env'>,
): ChosenPort | undefined {
  if (asked !== undefined) return { port: asked, reason: `smoke-port says ${asked}` }
  const exposed = exposedPorts
    .flatMap((port) => /^(\d+)(?:\/tcp)?$/.exec(port)?.[1] ?? [])
    .map(Number)
    .sort((a, b) => a - b)
  const [first] = exposed
  if (first !== undefined && exposed.length === 1) return { port: first, reason: `EXPOSE says ${first}` }
  const listening = readListening(env)
  const known = listening.find(({ port }) => exposed.length === 0 || exposed.includes(port))
  if (known !== undefined)
    return { port: known.port, reason: `${known.name} in the image says ${known.port}` }
  return first === undefined
    ? undefined
    : { port: first, reason: `EXPOSE says ${first}, the lowest of ${exposed.join(', ')}` }
}

/** The ports for plain HTTP that ASP.NET reads from the environment; URLs outrank ports there. */
function readListening(env: readonly string[]): { name: string; port: number }[] {
  const valueOf = (name: string): string =>
    env.find((entry) => entry.startsWith(`${name}=`))?.slice(name.length + 1) ?? ''
  const urls = ['ASPNETCORE_URLS', 'DOTNET_URLS', 'URLS'].flatMap((name) =>
    [...valueOf(name).matchAll(/http:\/\/[^;/]*?(?::(\d+))?(?=[;/]|$)/gi)].map(([, port = '80']) => ({
      name,
      port: Number(port),
    })),
  )
  const ports = ['ASPNETCORE_HTTP_PORTS', 'DOTNET_HTTP_PORTS'].flatMap((name) =>
    [...valueOf(name).matchAll(/\d+/g)].map(([port]) => ({ name, port: Number(port) })),
  )
  return [...urls, ...ports]
}
