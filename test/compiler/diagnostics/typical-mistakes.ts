/** A mistake that people make, with what they see. */
export interface Mistake {
  readonly title: string;
  /** What makes it easy to make, or hard to see. */
  readonly remark: string;
  /** The root schema is `main.json`. */
  readonly files: Readonly<Record<string, string>>;
}

export const TYPICAL_MISTAKES: readonly Mistake[] = [
  {
    title: 'A misspelt type',
    remark: 'Names that are nearly right are looked up among all types of the schema.',
    files: {
      'main.json': `{ 'enum': 'VolumeState', 'data': [ 'online', 'offline', 'failed' ] }

{ 'struct': 'Volume',
  'data': { 'name': 'str',
            'state': 'VolumeStat',
            '*size': 'size' } }
`,
    },
  },
  {
    title: 'A type as other languages call it',
    remark: 'Not close to any name, but what is meant is clear.',
    files: {
      'main.json': `{ 'command': 'volume-rename',
  'data': { 'name': 'str', 'to': 'string' } }
`,
    },
  },
  {
    title: 'A forgotten comma',
    remark: 'It is missing at the end of a line, and is missed at the next one.',
    files: {
      'main.json': `{ 'struct': 'Volume',
  'data': { 'name': 'str'
            'size': 'size' } }
`,
    },
  },
  {
    title: 'A bracket that is not closed',
    remark:
      'Only the next definition shows that something is wrong, so the frame goes back to the bracket.',
    files: {
      'main.json': `{ 'struct': 'Volume',
  'data': { 'name': 'str',
            'size': 'size' }

{ 'command': 'query-volumes', 'returns': [ 'Volume' ] }
`,
    },
  },
  {
    title: 'Double quotes',
    remark: 'Schemas look like JSON and are not: strings stand in single quotes.',
    files: { 'main.json': `{ 'command': "query-volumes", 'returns': [ 'Volume' ] }\n` },
  },
  {
    title: 'A name in the style of another language',
    remark: 'Commands and members are in lower case, events in upper case, types in CamelCase.',
    files: {
      'main.json': `{ 'event': 'volumeAdded',
  'data': { 'volume_name': 'str' } }
`,
    },
  },
  {
    title: 'A member that the base has already',
    remark: 'The frame shows the base that brings it, and where it comes from in another file.',
    files: {
      'main.json': `{ 'include': 'common.json' }

{ 'struct': 'Volume',
  'base': 'Named',
  'data': { 'name': 'str',
            'size': 'size' } }
`,
      'common.json': `{ 'struct': 'Named',
  'data': { 'name': 'str', '*label': 'str' } }
`,
    },
  },
  {
    title: 'A name that is defined twice',
    remark: 'All files share one set of names; the notes say how the file came to be read.',
    files: {
      'main.json': `{ 'include': 'volumes.json' }
{ 'include': 'snapshots.json' }
`,
      'volumes.json': `{ 'enum': 'State', 'data': [ 'online', 'offline' ] }
`,
      'snapshots.json': `{ 'enum': 'State', 'data': [ 'running', 'done' ] }
`,
    },
  },
  {
    title: 'A branch that is no value of the discriminator',
    remark: 'The values of the enum are searched for what was meant.',
    files: {
      'main.json': `{ 'enum': 'Driver', 'data': [ 'directory', 'nbd' ] }
{ 'struct': 'DirectoryTarget', 'data': { 'path': 'str' } }
{ 'union': 'Target',
  'base': { 'driver': 'Driver' },
  'discriminator': 'driver',
  'data': { 'directry': 'DirectoryTarget' } }
`,
    },
  },
  {
    title: 'Documentation that was left behind',
    remark: 'A member was renamed, and its description was not.',
    files: {
      'main.json': `##
# @volume-add:
#
# Adds a volume.
#
# @name: its name
#
# @size: its size in bytes
##
{ 'command': 'volume-add',
  'data': { 'name': 'str', 'max-size': 'size' } }
`,
    },
  },
];
