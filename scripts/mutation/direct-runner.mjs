// A test runner for Stryker: the tests are loaded once into its process and run for each mutant, which takes
// milliseconds where a new Jest takes half a second. Modules that compute something when loaded are loaded again for
// their mutants.
import { INSTRUMENTER_CONSTANTS } from '@stryker-mutator/api/core'
import { PluginKind, declareFactoryPlugin, tokens, commonTokens } from '@stryker-mutator/api/plugin'
import { determineHitLimitReached, toMutantRunResult } from '@stryker-mutator/api/test-runner'
import fc from 'fast-check'
import { register } from 'node:module'
import { pathToFileURL } from 'node:url'
import { loadTests, runBlock, testsIn, unloadTests } from './run-tests.mjs'

const state = (globalThis[INSTRUMENTER_CONSTANTS.NAMESPACE] ??= {})

class DirectRunner {
  #options
  #loads = 0
  #loaded = null

  constructor(options) {
    this.#options = options
  }

  capabilities() {
    return { reloadEnvironment: true }
  }

  async init() {
    // Seeded tests are small here, and alike for each mutant and each run.
    process.env.MASS ??= '5'
    fc.configureGlobal({ seed: 1 })
    register('./module-hooks.mjs', import.meta.url, { data: { folder: pathToFileURL(`${process.cwd()}/`).href } })
  }

  /** Runs everything twice: a test that passes only once would seem to kill every mutant. */
  async dryRun() {
    state.activeMutant = undefined
    this.#loaded = await this.#load()
    const first = await this.#run(this.#loaded, () => true, false)
    const mutantCoverage = JSON.parse(JSON.stringify(state.mutantCoverage))
    const again = await this.#run(this.#loaded, () => true, false)
    const unlike = again.filter(({ status }, index) => status !== first[index].status)
    if (unlike.length > 0)
      return { status: 'error', errorMessage: `Passes only once: ${unlike[0].name}: ${unlike[0].failureMessage}` }
    return { status: 'complete', tests: first, mutantCoverage }
  }

  async mutantRun({ activeMutant, testFilter, hitLimit, mutantActivation, disableBail }) {
    state.activeMutant = undefined
    const isStatic = mutantActivation === 'static'
    if (!isStatic) this.#loaded ??= await this.#load()
    Object.assign(state, { hitCount: hitLimit === undefined ? undefined : 0, hitLimit, activeMutant: activeMutant.id })
    const wanted = testFilter === undefined ? null : new Set(testFilter)
    const wants = (id) => wanted?.has(id) ?? true
    try {
      const tests = isStatic ? await this.#runAnew(!disableBail) : await this.#run(this.#loaded, wants, !disableBail)
      const endless = determineHitLimitReached(state.hitCount, state.hitLimit)
      return toMutantRunResult(endless ?? { status: 'complete', tests })
    } finally {
      state.activeMutant = undefined
    }
  }

  async dispose() {
    for (const { root } of this.#loaded ?? []) await unloadTests(root)
  }

  async #load() {
    this.#loads += 1
    const files = []
    for (const path of this.#options.testPaths) files.push(await this.#loadFile(path))
    return files
  }

  async #loadFile(path) {
    const root = await loadTests(`${pathToFileURL(path).href}?load=${this.#loads}`)
    const skipped = new RegExp(this.#options.testSkip)
    const tests = testsIn(root, `${path} › `).filter(({ id }) => !skipped.test(id))
    return { path, root, ids: new Map(tests.map(({ id, test }) => [test, id])) }
  }

  /** All tests with everything loaded while the mutant is active; a mutant that cannot be loaded counts as killed. */
  async #runAnew(isFirstEnough) {
    this.#loads += 1
    const results = []
    for (const path of this.#options.testPaths) {
      try {
        const file = await this.#loadFile(path)
        results.push(...(await this.#run([file], () => true, isFirstEnough)))
        await unloadTests(file.root)
      } catch (error) {
        results.push({ id: path, name: path, fileName: path, timeSpentMs: 0, status: 1, failureMessage: String(error) })
      }
      if (isFirstEnough && results.some(({ status }) => status === 1)) break
    }
    return results
  }

  async #run(files, wants, isFirstEnough) {
    const results = []
    const report = (path, ids) => ({
      begin: (test) => {
        state.currentTestId = ids.get(test)
      },
      end: (test, error, timeSpentMs) => {
        state.currentTestId = undefined
        const id = ids.get(test)
        const outcome = error === null ? { status: 0 } : { status: 1, failureMessage: error.message }
        results.push({ id, name: id, fileName: path, timeSpentMs, ...outcome })
        return error === null || !isFirstEnough
      }
    })
    for (const { path, root, ids } of files)
      if (!(await runBlock(root, (test) => ids.has(test) && wants(ids.get(test)), report(path, ids)))) break
    return results
  }
}

function directRunner(options) {
  return new DirectRunner(options)
}
directRunner.inject = tokens(commonTokens.options)

export const strykerPlugins = [declareFactoryPlugin(PluginKind.TestRunner, 'direct', directRunner)]
