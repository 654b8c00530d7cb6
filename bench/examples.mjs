/** Copies of the examples, and what changes in them. */
import { randomUUID } from 'node:crypto'
import { appendFile, cp, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))

/** A source file and a project file of each example, both of which ship. */
const files = {
  'several-projects': ['src/Orders.Core/Order.cs', 'src/Orders.Core/Orders.Core.csproj'],
  'two-stage': ['src/Shop.Api/Program.cs', 'src/Shop.Api/Shop.Api.csproj'],
  'unnamed-final': ['Greeter/Program.cs', 'Greeter/Greeter.csproj'],
  'visual-studio': ['WeatherApi/WeatherForecast.cs', 'WeatherApi/WeatherApi.csproj'],
}

/** @typedef {keyof typeof files} Example */

export const examples = /** @type {Example[]} */ (Object.keys(files))

/**
 * Copies the example visual-studio into a folder as most web apps are: with packages, one `dotnet restore` for all, and nothing compiled
 * twice. @param {string} folder
 */
export async function copyWebApp(folder) {
  const copied = await copyExample('visual-studio', folder)
  const own = join(root, 'bench/web-app')
  await cp(join(own, 'Dockerfile'), join(copied.context, 'Dockerfile'))
  await cp(join(own, 'WeatherApi.csproj'), join(copied.context, 'WeatherApi/WeatherApi.csproj'))
  const broken = join(copied.context, 'WeatherApi.Tests/BrokenTests.cs')
  return {
    ...copied,
    breakTest: () =>
      writeFile(
        broken,
        `public class BrokenTests { [Fact] public void Fails() => Assert.True(false, "${randomUUID()}"); }\n`,
      ),
    mendTest: async () => {
      await rm(broken)
      await copied.changeSource()
    },
  }
}

/**
 * Copies an example into a folder, and gives its build context with what changes a source file or a project of it: never to
 * the same text twice, since the builder would still know it from an earlier run.
 * @param {Example} example @param {string} folder
 */
export async function copyExample(example, folder) {
  const context = join(folder, example)
  await cp(join(root, 'examples', example), context, { recursive: true })
  const [source = '', project = ''] = files[example]
  return {
    context,
    changeSource: () => appendFile(join(context, source), `// ${randomUUID()}\n`),
    changeProject: () => appendFile(join(context, project), `<!-- ${randomUUID()} -->\n`),
  }
}
