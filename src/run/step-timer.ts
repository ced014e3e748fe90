import type { StepTime } from '../report/report.js'

/** An event of a step, for the caller. */
export interface StepEvent {
  readonly step: StepTime['step']
  readonly state: 'started' | 'done' | 'skipped' | 'failed'
  readonly note: string
  /** Seconds since the step began. */
  readonly seconds: number
}

/** Times each step of a run. */
export interface StepTimer {
  readonly steps: readonly StepTime[]
  /** Runs one step; `note` gives its result in a few words, `hasFailed` says whether the result stops the run. */
  step<T>(
    step: StepTime['step'],
    task: () => Promise<T>,
    note?: (result: T) => string,
    hasFailed?: (result: T) => boolean
  ): Promise<T>
  skip(step: StepTime['step'], why: string): void
}

/** A {@link StepTimer} that reports each start and end to `onStep`. */
export function createStepTimer(onStep: (event: StepEvent) => void): StepTimer {
  const steps: StepTime[] = []
  const end = (step: StepTime['step'], outcome: StepTime['outcome'], seconds: number, note: string): void => {
    steps.push({ step, outcome, seconds, note })
    onStep({ step, state: outcome, note, seconds })
  }
  return {
    steps,
    step: async (step, task, note = () => '', hasFailed = () => false) => {
      const began = performance.now()
      const seconds = (): number => Math.round(performance.now() - began) / 1000
      onStep({ step, state: 'started', note: '', seconds: 0 })
      try {
        const result = await task()
        end(step, hasFailed(result) ? 'failed' : 'done', seconds(), note(result))
        return result
      } catch (error) {
        end(step, 'failed', seconds(), error instanceof Error ? error.message : String(error))
        throw error
      }
    },
    skip: (step, why) => {
      end(step, 'skipped', 0, why)
    }
  }
}
