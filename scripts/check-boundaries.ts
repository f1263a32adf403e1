import { globSync } from 'node:fs'
import { importsOf, root } from './read-imports.ts'

/** Who may import whom: the rules between rooms, each with its reason. Paths are relative to the repository. */
interface Rule {
  readonly because: string
  readonly from: RegExp
  /** Imports that are forbidden; `$1` stands for the first group of `from`. */
  readonly to: string
  readonly except?: string
}

const rooms = ['1-acceptance', '2-supply-plan', '3-works', '4-contract', '5-energise', '6-aftercare', '7-end-of-supply']

const rules: readonly Rule[] = [
  { because: 'kernel imports nothing of ours', from: /^src\/kernel\//, to: '^(src|web)/', except: '^src/kernel/' },
  {
    because: 'engines are pure and know no room',
    from: /^src\/(process|power|insight)\//,
    to: '^(src|web)/|^node:',
    except: '^src/(kernel|$1)/',
  },
  {
    because: 'casefile and platform know no room',
    from: /^src\/(casefile|platform)\//,
    to: '^src/(journey|service|workforce|api|stories|founding|main)',
  },
  {
    because: 'a room enters another only by its front door',
    from: /^src\/journey\/([^/]+)\//,
    to: '^src/journey/(?!$1/)[^/]+/(?!index[.]ts$)',
  },
  ...rooms.slice(0, -1).map((room, index) => ({
    because: 'a room reads earlier stages, never later ones',
    from: new RegExp(`^src/journey/${room}/`),
    to: `^src/journey/(${rooms.slice(index + 1).join('|')})/`,
  })),
  {
    because: 'rules of a room are pure',
    from: /^src\/journey\/[^/]+\/rules\//,
    to: '^src/platform/(?!documents/form-document)|^node:|/store[.]ts$',
  },
  {
    because: 'SQL only in stores, casefile and platform',
    from: /^src\/(journey|service|workforce)\/(?!.*store[.]ts$)/,
    to: '^package:kysely$|^package:pg$',
  },
  {
    because: 'the web sees shapes, pure rules and types',
    from: /^web\//,
    to: '^src/',
    except:
      '^src/kernel/|^src/journey/[^/]+/(api|labels)[.]ts$|/rules/|^src/power/sheet/csv[.]ts$|^src/casefile/(actor|form-shapes)[.]ts$|^src/workforce/people/api[.]ts$|^src/platform/(i18n/(language|fault-messages|catalogue)|http/validation-faults)[.]ts$',
  },
  {
    because: 'nothing but test support (sample-*) imports tests',
    from: /^(src|web)\/(?!.*\/sample-[a-z-]+[.]ts$)/,
    to: '^tests/|[.]test[.]ts$',
  },
]

const files = globSync(['src/**/*.ts', 'web/**/*.{ts,tsx}'], { cwd: root }).filter(
  (file) => !/[.]test[.]tsx?$/.test(file),
)
const imports = files.flatMap(importsOf)
if (files.length < 100 || imports.length < 300) {
  console.error(
    `boundaries: only ${files.length} files and ${imports.length} imports were read: the check looked at nothing`,
  )
  process.exit(1)
}

const broken = imports.flatMap(({ from, to, typeOnly }) =>
  rules.flatMap((rule) => {
    const match = rule.from.exec(from)
    if (!match) return []
    const fill = (pattern: string) => new RegExp(pattern.replaceAll('$1', match[1] ?? ''))
    if (!fill(rule.to).test(to) || (rule.except && fill(rule.except).test(to))) return []
    // A type is erased: the web may name what the server answers, and pure code the shape of what it is handed.
    if (typeOnly && /types|pure|SQL/.test(rule.because)) return []
    return [`${from} → ${to}: ${rule.because}`]
  }),
)
for (const line of [...broken, ...circles()]) console.error(line)
console.log(`boundaries: ${files.length} files, ${imports.length} imports, ${broken.length} forbidden`)
if (broken.length > 0 || circles().length > 0) process.exit(1)

/** Circles of imports, of types too: each file is followed once. */
function circles(): string[] {
  const next = Map.groupBy(imports, (entry) => entry.from)
  const state = new Map<string, 'open' | 'done'>()
  const found: string[] = []
  const walk = (file: string, path: readonly string[]): void => {
    if (state.get(file) === 'done') return
    if (state.get(file) === 'open') {
      found.push(`circle: ${[...path.slice(path.indexOf(file)), file].join(' → ')}`)
      return
    }
    state.set(file, 'open')
    for (const entry of next.get(file) ?? []) walk(entry.to, [...path, file])
    state.set(file, 'done')
  }
  for (const file of files) walk(file, [])
  return found
}
