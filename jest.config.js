export default {
  testEnvironment: 'node',
  clearMocks: true,
  // Ends what hangs. A slow machine is no failure, so no test has a shorter one.
  testTimeout: 300_000,
  extensionsToTreatAsEsm: ['.ts'],
  roots: ['<rootDir>/src', '<rootDir>/sandbox', '<rootDir>/__tests__'],
  testSequencer: '<rootDir>/scripts/slow-tests-first.mjs',
  testMatch: ['<rootDir>/__tests__/**/*.test.ts'],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      {
        jsc: { parser: { syntax: 'typescript' }, target: 'es2023', experimental: { keepImportAttributes: true } },
        sourceMaps: 'inline'
      }
    ]
  },
  coverageProvider: 'v8',
  collectCoverageFrom: ['src/**/*.ts']
}
