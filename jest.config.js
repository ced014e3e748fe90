export default {
  testEnvironment: 'node',
  clearMocks: true,
  // Sandboxes start and stop within seconds, but two of them share two cores.
  testTimeout: 120_000,
  extensionsToTreatAsEsm: ['.ts'],
  roots: ['<rootDir>/src', '<rootDir>/sandbox', '<rootDir>/__tests__'],
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
