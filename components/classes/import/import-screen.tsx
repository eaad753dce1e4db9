'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useRef } from 'react'
import { CheckCard } from './check-card.tsx'
import { ChooseFile } from './choose-file.tsx'
import { ColumnsCard } from './columns-card.tsx'
import type { ImportOptions } from './import-api.ts'
import { ResultCard } from './result-card.tsx'
import { RunningCard } from './running-card.tsx'
import { useRowFixes } from './use-row-fixes.ts'
import { useRun } from './use-run.ts'

export type ImportCourse = { id: string; title: string; hasBoth: boolean }

type ImportScreenProps = { course: ImportCourse; zone: string }

/** Enrols students from a file: choose it, preview and fix it, then follow the import until it is done. */
export function ImportScreen({ course, zone }: ImportScreenProps) {
  const t = useTranslations('classImport')
  const mending = useRowFixes(course.id)
  const { progress, result, failure, stopped, run, stop, clear } = useRun(course.id)
  const { source, preview, reading, mends } = mending
  const how = useRef<Record<string, string>>({})
  const step = result ? 'result' : progress ? 'running' : source ? 'check' : 'choose'
  const screen = useFocusOnStep(step)

  function enrol(options: ImportOptions) {
    if (!reading) return
    how.current = options
    void run({ content: mending.content(), reading, options })
  }

  function choose() {
    clear()
    mending.close()
  }

  return (
    <div ref={screen} tabIndex={-1} className="outline-none">
      {result ? (
        <ResultCard
          course={course}
          zone={zone}
          result={result}
          fixedCount={[...mends.values()].filter(({ cells }) => cells).length}
          leftOutCount={[...mends.values()].filter(({ cells }) => !cells).length}
          onAnother={choose}
        />
      ) : progress && preview ? (
        <RunningCard
          title={course.title}
          faults={how.current.faults === 'refuse' ? 'refuse' : 'skip'}
          counts={preview.counts}
          progress={progress}
          onStop={stop}
        />
      ) : source ? (
        <div className="grid grid-cols-1 items-start gap-5 xl:grid-cols-[minmax(20rem,25rem)_minmax(0,1fr)]">
          <ColumnsCard course={course} mending={mending} onOther={choose} />
          {preview && reading ? (
            <CheckCard
              checked={{ rowFixes: mending, preview, reading }}
              zone={zone}
              failure={failure}
              stopped={stopped}
              onEnrol={enrol}
              onEnrolAnyway={() => enrol({ ...how.current, allowOverlap: 'true' })}
            />
          ) : null}
        </div>
      ) : (
        <ChooseFile onChoose={(chosen) => void mending.open(chosen)} />
      )}
      <p className="sr-only" role="status">
        {step === 'check' && mending.busy ? t('choose.checking') : ''}
      </p>
    </div>
  )
}

/** Moves the focus to the new step, since the pressed button disappears with the step before. */
function useFocusOnStep(step: string) {
  const screen = useRef<HTMLDivElement>(null)
  const last = useRef(step)
  useEffect(() => {
    if (last.current === step) return
    last.current = step
    screen.current?.focus()
  }, [step])
  return screen
}
