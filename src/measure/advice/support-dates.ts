/** One version of .NET: when it came, and the last day with fixes. */
interface Release {
  version: string
  releasedOn: string
  endsOn: string
  isLongTerm: boolean
}

/**
 * The versions of .NET, the oldest first. Source: https://dotnet.microsoft.com/platform/support/policy/dotnet-core and, for
 * those out of support, https://learn.microsoft.com/lifecycle/products/microsoft-net-and-net-core.
 */
const releases: Release[] = [
  { version: '1.0', releasedOn: '2016-06-27', endsOn: '2019-06-27', isLongTerm: true },
  { version: '1.1', releasedOn: '2016-11-16', endsOn: '2019-06-27', isLongTerm: true },
  { version: '2.0', releasedOn: '2017-08-14', endsOn: '2018-10-01', isLongTerm: false },
  { version: '2.1', releasedOn: '2018-05-30', endsOn: '2021-08-21', isLongTerm: true },
  { version: '2.2', releasedOn: '2018-12-04', endsOn: '2019-12-23', isLongTerm: false },
  { version: '3.0', releasedOn: '2019-09-23', endsOn: '2020-03-03', isLongTerm: false },
  { version: '3.1', releasedOn: '2019-12-03', endsOn: '2022-12-13', isLongTerm: true },
  { version: '5.0', releasedOn: '2020-11-10', endsOn: '2022-05-10', isLongTerm: false },
  { version: '6.0', releasedOn: '2021-11-08', endsOn: '2024-11-12', isLongTerm: true },
  { version: '7.0', releasedOn: '2022-11-08', endsOn: '2024-05-14', isLongTerm: false },
  { version: '8.0', releasedOn: '2023-11-14', endsOn: '2026-11-10', isLongTerm: true },
  { version: '9.0', releasedOn: '2024-11-12', endsOn: '2026-11-10', isLongTerm: false },
  { version: '10.0', releasedOn: '2025-11-11', endsOn: '2028-11-14', isLongTerm: true },
]

/**
 * Last days of security fixes of systems, by os-release's ID and the beginning of its VERSION_ID: of Alpine's releases
 * (https://alpinelinux.org/releases/), of Debian's long-term support (https://wiki.debian.org/LTS) and of Ubuntu's standard
 * support (https://ubuntu.com/about/release-cycle).
 */
const systems: Record<string, { name: string; link: string; ends: Record<string, string> }> = {
  alpine: {
    name: 'Alpine',
    link: 'https://alpinelinux.org/releases/',
    ends: {
      '3.13': '2022-11-01',
      '3.14': '2023-05-01',
      '3.15': '2023-11-01',
      '3.16': '2024-05-23',
      '3.17': '2024-11-22',
      '3.18': '2025-05-09',
      '3.19': '2025-11-01',
      '3.20': '2026-04-01',
      '3.21': '2026-11-01',
    },
  },
  debian: {
    name: 'Debian',
    link: 'https://wiki.debian.org/LTS',
    ends: { '9': '2022-06-30', '10': '2024-06-30', '11': '2026-08-31' },
  },
  ubuntu: {
    name: 'Ubuntu',
    link: 'https://ubuntu.com/about/release-cycle',
    ends: { '18.04': '2023-05-31', '20.04': '2025-05-31' },
  },
}

/** The last day of fixes for a version of .NET (`6.0`), when that day is over. */
export function endOfDotnet(version: string, today: Date): string | undefined {
  return past(releases.find((release) => release.version === version)?.endsOn, today)
}

/** The version to go to: the newest one with long-term support that was out on that day. */
export function currentDotnet(today: Date): string {
  const day = isoDay(today)
  return releases.findLast(({ isLongTerm, releasedOn }) => isLongTerm && releasedOn <= day)?.version ?? '10.0'
}

/** Name and last day of fixes of a system (`alpine`, `3.18.4`), when that day is over. */
export function endOfSystem(
  id: string,
  version: string,
  today: Date,
): { name: string; endedOn: string; link: string } | undefined {
  const system = Object.hasOwn(systems, id) ? systems[id] : undefined
  if (system === undefined) return undefined
  const release = Object.entries(system.ends).find(
    ([one]) => version === one || version.startsWith(`${one}.`),
  )
  const endedOn = past(release?.[1], today)
  if (release === undefined || endedOn === undefined) return undefined
  return { name: `${system.name} ${release[0]}`, endedOn, link: system.link }
}

function past(day: string | undefined, today: Date): string | undefined {
  return day !== undefined && day < isoDay(today) ? day : undefined
}

function isoDay(date: Date): string {
  return date.toISOString().slice(0, 10)
}
