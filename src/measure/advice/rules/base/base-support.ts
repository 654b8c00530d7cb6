import type { Stage } from '../../../../plan/dockerfile/parse-dockerfile.ts'
import type { Advice } from '../../advice.ts'
import { lastingSuffix, nameOfImage, parseDotnetImage, type DotnetImage } from '../../dotnet-image.ts'
import { fixOf, fromInPlace } from '../../edits.ts'
import type { ImageFacts } from '../../image-facts.ts'
import { currentDotnet, endOfDotnet, endOfSystem } from '../../support-dates.ts'

/** Images that get no fixes any more: by a name of old, or by a version of .NET or of the system that is past its end. */
export function findUnsupportedBases(facts: ImageFacts): Advice[] {
  const dead = facts.roots.filter((stage) => parseDotnetImage(stage.base)?.isDead === true)
  const alive = facts.roots.filter((stage) => !dead.includes(stage))
  const versions = new Set(alive.flatMap((stage) => versionOf(facts, stage) ?? []))
  const old = [...versions].flatMap((version) => onOldDotnet(facts, version, alive))
  return [
    ...dead.map((stage) => onDeadName(facts, stage)),
    ...old,
    ...(dead.length + old.length > 0 ? [] : onOldSystem(facts)),
  ]
}

function onDeadName(facts: ImageFacts, stage: Stage): Advice {
  const { dockerfile, today } = facts
  const { kind = 'aspnet', version, suffix = '' } = parseDotnetImage(stage.base) ?? {}
  const endedOn = version === undefined ? undefined : endOfDotnet(version, today)
  const end = endedOn === undefined ? '' : `, and .NET ${version} has had no fixes since ${endedOn}`
  return {
    id: 'dead-base-name',
    title: `${stage.base} is a name that gets no new images${end}.`,
    evidence: [`FROM ${stage.base}`],
    place: { file: dockerfile.shown, line: stage.firstLine },
    fix: fixOf(
      fromInPlace(dockerfile, stage, nameOfImage(kind, currentDotnet(today), suffix)),
      ...onFramework(facts, version),
    ),
    link: 'https://learn.microsoft.com/en-us/dotnet/core/docker/container-images',
  }
}

/** The version of .NET that a stage begins with: as the image's name says, or for the image that ships as was measured. */
function versionOf({ record, root }: ImageFacts, stage: Stage): string | undefined {
  const named = parseDotnetImage(stage.base)?.version
  if (named !== undefined || stage !== root) return named
  return /^(\d+\.\d+)/.exec(record.base?.dotnetVersion ?? '')?.[1]
}

function onOldDotnet(facts: ImageFacts, version: string, alive: readonly Stage[]): Advice[] {
  const { dockerfile, root, today } = facts
  const endedOn = endOfDotnet(version, today)
  const stages = alive.filter((stage) => versionOf(facts, stage) === version)
  const place = stages.includes(root) ? root : stages[0]
  if (endedOn === undefined || place === undefined) return []
  const lines = stages.flatMap((stage) => {
    const image = parseDotnetImage(stage.base)
    return image === undefined ? [] : [withImage(facts, stage, image, currentDotnet(today))]
  })
  return [
    {
      id: 'dotnet-out-of-support',
      title: `.NET ${version} has had no security fixes since ${endedOn}.`,
      evidence: stages.slice(0, 5).map(({ base }) => `FROM ${base}`),
      place: { file: dockerfile.shown, line: place.firstLine },
      fix: fixOf(...lines, ...onFramework(facts, version)),
      link: 'https://learn.microsoft.com/en-us/lifecycle/products/microsoft-net-and-net-core',
    },
  ]
}

/** The FROM of a stage with its image in another version, of the system that this one has by now. */
function withImage({ dockerfile }: ImageFacts, stage: Stage, image: DotnetImage, version: string): string {
  const { kind, suffix, folder } = image
  return fromInPlace(dockerfile, stage, nameOfImage(kind, version, lastingSuffix(suffix), folder))
}

/** What has to change with the version besides the images. */
function onFramework(
  { repository, today, root }: ImageFacts,
  version: string | undefined,
): (string | undefined)[] {
  const next = currentDotnet(today)
  const old = repository.projects.filter(({ frameworks }) => frameworks.every((one) => isOlder(one, next)))
  const files = [
    ...old.slice(0, maxProjects).map(({ path }) => path),
    ...(old.length > maxProjects ? ['…'] : []),
  ]
  const where = files.join(', ') || 'the project files'
  const isWeb = parseDotnetImage(root.base)?.kind === 'aspnet'
  return [
    `The projects need that version, too; write it in ${where}, or where they have it from:` +
      `\n<TargetFramework>net${next}</TargetFramework>`,
    isWeb && Number.parseInt(version ?? '', 10) < 8
      ? 'From .NET 8 on, the app listens on port 8080 in these images, not on 80; ENV ASPNETCORE_HTTP_PORTS=80 keeps the old one.'
      : undefined,
  ]
}

const maxProjects = 5

function isOlder(framework: string, next: string): boolean {
  const [, major] = /^net(?:coreapp)?(\d+)\.\d+/.exec(framework) ?? []
  return major !== undefined && Number(major) < Number.parseInt(next, 10)
}

function onOldSystem(facts: ImageFacts): Advice[] {
  const { system, today, dockerfile, root, record, base } = facts
  const end = system === undefined ? undefined : endOfSystem(system.id, system.version, today)
  if (end === undefined || record.base === undefined) return []
  return [
    {
      id: 'system-out-of-support',
      title: `${end.name}, which the image is made of, has had no security fixes since ${end.endedOn}.`,
      evidence: [`FROM ${root.base}`],
      place: { file: dockerfile.shown, line: root.firstLine },
      fix:
        base?.version === undefined
          ? `Begin from a newer tag of ${record.base.name.replace(/:[^:/]*$/, '')}, and build with --pull.`
          : withImage(facts, root, base, base.version),
      link: end.link,
    },
  ]
}
