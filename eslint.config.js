import js from '@eslint/js'
import { createNodeResolver, importX } from 'eslint-plugin-import-x'
import jsdoc from 'eslint-plugin-jsdoc'
import { readdirSync } from 'node:fs'
import { defineConfig, globalIgnores } from 'eslint/config'
import ts from 'typescript-eslint'

const nodeGlobals = {
  process: 'readonly',
  performance: 'readonly',
  console: 'readonly',
  Buffer: 'readonly',
  URL: 'readonly',
  URLSearchParams: 'readonly',
  fetch: 'readonly',
  setTimeout: 'readonly',
  clearTimeout: 'readonly',
  setInterval: 'readonly',
  clearInterval: 'readonly'
}

// The rooms of src/ from the top down, and what each may import besides itself. ARCHITECTURE.md draws them.
const ground = ['report', 'secrets', 'base']
const below = {
  action: ['index', 'commands', 'run', ...ground],
  cli: ['index', 'commands', 'run', ...ground],
  commands: ['run', 'steps', 'tools', 'project', 'data', ...ground],
  run: ['steps', 'tools', 'project', 'data', ...ground],
  steps: ['tools', 'project', 'data', ...ground],
  tools: ['project', 'data', ...ground],
  project: ['data', ...ground],
  report: ['secrets', 'base'],
  secrets: ['base'],
  data: []
}
const base = ['errors', 'ids', 'ledger', 'describe-effects', 'logger', 'options', 'shell-quote', 'visible-text'].map(
  (name) => `src/${name}.ts`
)
const rooms = {
  ...Object.fromEntries(Object.keys(below).map((name) => [name, [`src/${name}`]])),
  index: ['src/index.ts'],
  base
}
const others = (names) => Object.keys(rooms).filter((name) => !names.includes(name))
const layers = Object.entries(below).map(([room, names]) => ({
  target: rooms[room],
  from: [...others([room, ...names]).flatMap((name) => rooms[name]), ...(room === 'cli' ? [] : ['sandbox'])],
  message: `src/${room} imports only what stands below it.`
}))
// A step knows no other step: commands and runs put them together.
const steps = readdirSync('src/steps').map((step) => ({
  target: `src/steps/${step}`,
  from: 'src/steps',
  except: [step],
  message: 'A step imports another one only within its own folder.'
}))

// Our own sentences are for people, and may change: what a program decides by stands in an id or a field.
const sentence = '/^(message|meaning|summary|fix|title|detail|details|reason|description|headline|unchanged)$/'
const id = '/^(id|code|kind|verdict|state|strategy|severity)$/'
const called = (names) => [`Identifier[name=${names}]`, `MemberExpression[property.name=${names}]`]
const searching = '/^(includes|startsWith|endsWith|match|matchAll|search|indexOf|lastIndexOf)$/'
const undef = "[right.type='Identifier'][right.name='undefined']"
const empty = "[right.value='']"
const bySentences = [
  ...[...called(sentence), ...called(id)].map(
    (text) => `CallExpression[callee.property.name=${searching}] > MemberExpression.callee > ${text}.object`
  ),
  ...[...called(sentence), ...called(id)].map(
    (text) => `CallExpression[callee.property.name=/^(test|exec)$/] > ${text}.arguments`
  ),
  ...called(sentence).map((text) => `CallExpression[callee.property.name=/^(has|includes)$/] > ${text}.arguments`),
  ...called('/^(message|fix|title|headline|description)$/').map(
    (text) =>
      `BinaryExpression[operator=/^[!=]==$/]${[undef, empty].map((right) => `:not(${right})`).join('')} > ${text}`
  )
].map((selector) => ({ selector, message: 'Our own sentences and parts of ids decide nothing: use an id or a field.' }))
// What these match was said by another program, or is a name that comes from outside.
const foreignWords = [
  'src/project/blockers/find-blockers.ts',
  'src/project/deployment-log/log-entry.ts',
  'src/steps/backup/restore/marker-sql.ts',
  'src/steps/diagnose/explain/coded-entries.ts',
  'src/steps/diagnose/explain/error-report.ts',
  'src/steps/diagnose/explain/sql-subject.ts',
  'src/steps/preflight/check-pull-request.ts',
  'src/tools/magento-cloud/deployment-activity.ts'
]

export default defineConfig(
  globalIgnores(['dist', 'lib', 'coverage', 'docs/api', '.tmp']),
  js.configs.recommended,
  {
    files: ['**/*.ts'],
    extends: [ts.configs.strictTypeChecked, ts.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/non-nullable-type-assertion-style': 'off',
      'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }]
    }
  },
  // Tables, each of which is longer than a file of code may be.
  { files: ['src/ids.ts', 'src/options.ts', '__tests__/pages/situations.ts'], rules: { 'max-lines': 'off' } },
  {
    files: ['src/**/*.ts', 'sandbox/**/*.ts'],
    plugins: { 'import-x': importX },
    settings: {
      'import-x/resolver-next': [createNodeResolver({ extensionAlias: { '.js': ['.ts', '.js'] } })],
      // Without them the imported files are not read, and no circle is found.
      'import-x/extensions': ['.ts'],
      'import-x/parsers': { '@typescript-eslint/parser': ['.ts'] }
    },
    rules: {
      'import-x/no-cycle': ['error', { ignoreExternal: true }],
      'import-x/no-restricted-paths': ['error', { zones: [...layers, ...steps] }]
    }
  },
  {
    files: ['src/**/*.ts'],
    plugins: { jsdoc },
    rules: {
      'jsdoc/require-jsdoc': [
        'error',
        { publicOnly: true, require: { FunctionDeclaration: true, ClassDeclaration: true } }
      ]
    }
  },
  {
    files: ['src/**/*.ts'],
    ignores: foreignWords,
    rules: { 'no-restricted-syntax': ['error', ...bySentences] }
  },
  { files: ['**/*.{js,mjs}'], languageOptions: { globals: nodeGlobals } }
)
