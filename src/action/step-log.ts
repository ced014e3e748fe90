import type { StepEvent } from '../run/step-timer.js'
import { renderSeconds } from '../report/seconds.js'

/** Shows the steps of a run in the job log as they happen. */
export interface StepLog {
  readonly onStep: (event: StepEvent) => void
  /** Ends the lines of steps that are still running. */
  end(): void
}

const minute = 60_000

/** A {@link StepLog}: a line for each finished step, and one per minute for each running step. */
export function createStepLog(print: (line: string) => void): StepLog {
  const running = new Map<StepEvent['step'], NodeJS.Timeout>()
  const stop = (step: StepEvent['step']): void => {
    clearInterval(running.get(step))
    running.delete(step)
  }
  const begin = (step: StepEvent['step']): void => {
    stop(step)
    let minutes = 0
    const timer = setInterval(() => {
      minutes += 1
      print(line(step, 'running …', minutes * 60))
    }, minute)
    // A step that hangs must not keep the process alive.
    timer.unref()
    running.set(step, timer)
  }
  return {
    onStep: ({ step, state, note, seconds }) => {
      if (state === 'started') {
        begin(step)
        return
      }
      stop(step)
      const word = { done: '', skipped: 'skipped: ', failed: 'FAILED: ' }[state]
      print(line(step, `${word}${note.split('\n')[0] ?? ''}`, state === 'skipped' ? null : seconds))
    },
    end: () => {
      for (const step of running.keys()) stop(step)
    }
  }
}

function line(step: StepEvent['step'], told: string, seconds: number | null): string {
  const name = step === 'wait' ? 'deploy' : step
  return `▸ ${name.padEnd(10)}${told.padEnd(60)} ${seconds === null ? '' : renderSeconds(seconds)}`.trimEnd()
}
