import js from '@eslint/js'
import jsdoc from 'eslint-plugin-jsdoc'
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
  // One table, which is longer than a file of code may be.
  { files: ['src/options.ts'], rules: { 'max-lines': 'off' } },
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
  { files: ['**/*.{js,mjs}'], languageOptions: { globals: nodeGlobals } }
)
