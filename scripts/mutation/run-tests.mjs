import { getState, resetState } from 'jest-circus'
import { jest } from './jest-globals.mjs'

/**
 * The tests of a file as it was loaded now: their tree of blocks, which can be run any number of times. What stands
 * around the whole file begins here and ends with {@link unloadTests}.
 */
export async function loadTests(url) {
  resetState()
  await import(url)
  const root = getState().rootDescribeBlock
  await runHooks(root, 'beforeAll')
  return root
}

/** Ends what {@link loadTests} began. */
export async function unloadTests(root) {
  await failureOf(() => runHooks(root, 'afterAll'))
}

/** All tests below a block with their ids, which are their names from the outermost block on. */
export function testsIn(block, prefix = '') {
  return block.children.flatMap((child) =>
    child.type === 'test'
      ? [{ id: `${prefix}${child.name}`, test: child }]
      : testsIn(child, `${prefix}${child.name} › `)
  )
}

/**
 * Runs those tests of a block that `wants`, with the hooks around them. `report` gets each test with its error or null,
 * and returns whether to continue.
 */
export async function runBlock(block, wants, report) {
  if (!testsIn(block).some(({ test }) => wants(test))) return true
  const isFile = block.parent === undefined
  try {
    const broken = isFile ? null : await failureOf(() => runHooks(block, 'beforeAll'))
    for (const child of block.children) {
      const goOn =
        child.type === 'test'
          ? !wants(child) || (await runTest(child, broken, report))
          : await runBlock(child, wants, report)
      if (!goOn) return false
    }
    return true
  } finally {
    if (!isFile) await failureOf(() => runHooks(block, 'afterAll'))
  }
}

async function runTest(test, broken, report) {
  report.begin(test)
  jest.clearAllMocks()
  const began = performance.now()
  const blocks = blocksAround(test.parent)
  const error =
    broken ??
    (await failureOf(async () => {
      for (const block of blocks) await runHooks(block, 'beforeEach')
      await test.fn()
    }))
  const late = await failureOf(async () => {
    for (const block of blocks.toReversed()) await runHooks(block, 'afterEach')
  })
  return report.end(test, error ?? late, performance.now() - began)
}

function blocksAround(block) {
  return block === undefined ? [] : [...blocksAround(block.parent), block]
}

async function runHooks(block, type) {
  for (const hook of block.hooks) if (hook.type === type) await hook.fn()
}

async function failureOf(task) {
  try {
    await task()
    return null
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error))
  }
}
