import type { Ora } from 'ora'
import type { Logger } from '../logger.js'
import { renderSeconds } from '../report/seconds.js'
import { visibleText } from '../visible-text.js'
import type { StepEvent } from '../run/step-timer.js'
import { coloursOfStderr, takesColours } from './colours.js'
import { commandLineWords } from './command-line-words.js'

/** Progress on stderr: a line that moves on a terminal, plain lines elsewhere. */
export interface Progress {
  readonly logger: Logger
  /** Takes the steps of a run, and what a command does before one. */
  readonly onStep: (event: Omit<StepEvent, 'step'> & { readonly step: string }) => void
  end(): void
}

/** Shows running steps with their elapsed time, and each end as a line that stays. */
export function createProgress({ verbose }: { readonly verbose: boolean }): Progress {
  const terminal = process.stderr.isTTY
  const pc = coloursOfStderr()
  const running = new Map<string, number>()
  let spinner: Ora | null = null
  let ended = false
  // Only a terminal has use for it, and it takes a while to load.
  if (terminal)
    void import(/* webpackChunkName: "terminal" */ 'ora').then(({ default: ora }) => {
      spinner = ora({ stream: process.stderr, ...(takesColours() ? {} : { color: false }) })
      show()
    })
  const timer = terminal && setInterval(show, 200)
  function show(): void {
    if (!spinner || ended) return
    const parts = [...running].map(
      ([step, began]) => `${step} ${renderSeconds(Math.floor((performance.now() - began) / 1000))}`
    )
    if (parts.length === 0) spinner.stop()
    else spinner.start(parts.join(', '))
  }
  const print = (line: string): void => {
    spinner?.stop()
    process.stderr.write(`${line}\n`)
    show()
  }
  return {
    onStep: ({ step, state, note, seconds }) => {
      if (state === 'started') {
        running.set(step, performance.now())
        if (!terminal) print(`  ${step} ...`)
        show()
        return
      }
      running.delete(step)
      const marks = { done: pc.green('✓'), skipped: pc.dim('-'), failed: pc.red('✗') }
      print(
        `${marks[state]} ${step.padEnd(9)} ${(state === 'skipped' ? '' : renderSeconds(seconds)).padStart(8)}  ${noteLine(state, note)}`
      )
    },
    logger: {
      debug: (line) => {
        if (verbose) print(pc.dim(`    ${visibleText(line)}`))
      },
      info: (line) => {
        print(pc.dim(`    ${visibleText(line)}`))
      },
      warn: (line) => {
        print(pc.yellow(`    ${commandLineWords(visibleText(line))}`))
      },
      error: (line) => {
        print(pc.red(`    ${visibleText(line)}`))
      }
    },
    end: () => {
      ended = true
      if (timer) clearInterval(timer)
      spinner?.stop()
    }
  }
}

// What a step did may name branches and files, which are no options.
function noteLine(state: StepEvent['state'], note: string): string {
  const line = visibleText(note).split('\n')[0] ?? ''
  return state === 'done' ? line : commandLineWords(line)
}
