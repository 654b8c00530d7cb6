import { expect, test } from '@jest/globals'
import { choosePacking, layoutOutput } from '../../../src/plan/packing.ts'
import { settingsWith } from '../some-settings.ts'

test.each<{ name: string; outputs: string; push?: string; layout: string }>([
  {
    name: 'a push beside an archive that is compressed otherwise',
    outputs: 'type=oci,dest=/a.tar,compression=zstd',
    push: 'true',
    layout: 'type=oci,tar=false,dest=/l',
  },
  { name: 'no output', outputs: '', layout: 'type=oci,tar=false,dest=/l' },
  {
    name: 'what a registry gets, before what an archive gets',
    outputs:
      'type=oci,dest=/a.tar\ntype=registry,name=a/b,compression=zstd,compression-level=19,force-compression=true,oci-mediatypes=true,rewrite-timestamp=true',
    layout:
      'type=oci,tar=false,compression=zstd,compression-level=19,force-compression=true,oci-mediatypes=true,rewrite-timestamp=true,dest=/l',
  },
  {
    name: 'an archive alone',
    outputs: 'type=local,dest=/files\ntype=oci,dest=/a.tar,compression=estargz',
    layout: 'type=oci,tar=false,compression=estargz,dest=/l',
  },
  {
    name: 'annotations of an output, with a comma in one',
    outputs: 'type=image,push=true,name=a/b,"annotation.title=a, b"',
    layout: 'type=oci,tar=false,"annotation.title=a, b",dest=/l',
  },
])('measures $name', async ({ outputs, push = 'false', layout }) => {
  const packing = choosePacking(await settingsWith({ outputs, push, tags: 'a/b' }))
  expect(layoutOutput('/l', packing)).toBe(layout)
})
