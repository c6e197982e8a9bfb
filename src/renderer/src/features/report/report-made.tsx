import { useEffect, useRef, useState } from 'react'
import { countOf } from '../../../../shared/drawing/words.ts'
import type { ReportResult } from '../../../../shared/model/report.ts'
import { useApi } from '../../api/api.ts'
import { saveTransfer } from '../../api/download.ts'
import { Button } from '../../components/button.tsx'
import { explainThrown } from '../../defects.ts'
import { sayFault } from '../../messages.tsx'
import { useHost } from '../home/use-host.ts'
import { checksumInGroups, sizeInWords } from './report-words.ts'

/** A report that was made: it asks at once where to be saved, then says where it is and what to know before sharing it. */
export function ReportMade({ report }: { report: ReportResult }) {
  const { isSaving, savedAs, save } = useSaving(report)
  const host = useHost()
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  return (
    <div className="report-made">
      <h3 ref={heading} tabIndex={-1}>
        {savedAs === null ? 'The report is made, and not saved yet' : `Saved as ${savedAs}`}
      </h3>
      <p>
        {report.pages !== null && `${countOf(report.pages, 'page')}, `}
        {sizeInWords(report.size)}
      </p>
      <p className="report-made__checksum">
        Checksum (SHA-256) <code>{checksumInGroups(report.sha256)}</code>
      </p>
      <div className="button-row">
        <Button look={savedAs === null ? 'go' : 'plain'} isDisabled={isSaving} onPress={() => void save()}>
          {savedAs === null ? 'Save it' : 'Save a copy'}
        </Button>
        {savedAs !== null && host.isDesktop && <ShowInFolder />}
      </div>
      <Notes report={report} />
    </div>
  )
}

function useSaving(report: ReportResult) {
  const api = useApi()
  const [savedAs, setSavedAs] = useState<string | null>(null)
  const [isSaving, setIsSaving] = useState(false)
  const hasAsked = useRef(false)

  const save = async () => {
    setIsSaving(true)
    try {
      const { transferId, fileName, pages } = report
      const contentType = pages === null ? 'text/html' : 'application/pdf'
      const saved = await saveTransfer(api, { transferId, fileName, contentType })
      if (saved !== null) setSavedAs(saved)
    } catch (error) {
      sayFault(explainThrown(error).message)
    } finally {
      setIsSaving(false)
    }
  }

  const first = useRef(save)
  useEffect(() => {
    if (hasAsked.current) return
    hasAsked.current = true
    void first.current()
  }, [])

  return { isSaving, savedAs, save }
}

function ShowInFolder() {
  const api = useApi()
  const show = async () => {
    try {
      await api.host('host.showSaved', {})
    } catch (error) {
      sayFault(explainThrown(error).message)
    }
  }
  return <Button onPress={() => void show()}>Show in folder</Button>
}

function Notes({ report: { notes, missingGlyphs } }: { report: ReportResult }) {
  if (notes.length === 0 && missingGlyphs.length === 0) return null
  return (
    <>
      <h3>Before you share it</h3>
      <ul className="list report-made__notes">
        {notes.map((note) => (
          <li key={note}>{note}</li>
        ))}
        {missingGlyphs.map(({ character, where }) => (
          <li key={`${character} ${where}`}>
            <span>
              No font can draw <b>{character}</b>, though its text is kept: {where}.
            </span>
          </li>
        ))}
      </ul>
    </>
  )
}
