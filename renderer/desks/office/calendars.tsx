import { useState } from 'react'
import { Alert, Button, Segmented } from 'antd'
import type { DeadlineMoves } from '../../../contract/deadlines.ts'
import type { CalendarYear } from '../../../contract/office.ts'
import { useQueryOf } from '../../app/client.ts'
import { useMay, useSession } from '../../app/session.tsx'
import { Empty } from '../../components/empty.tsx'
import { RefusalNote } from '../../components/refusal.tsx'
import { Changes, Moves, movesInWords } from './calendar-moves.tsx'
import { Year } from './calendar-year.tsx'
import { LoadCalendar, type ReadCalendar } from './load-calendar.tsx'
import { SetCalendar } from './set-calendar.tsx'

type Done = DeadlineMoves & { year: number }

/** What came of loading a year: which deadlines it moved. */
const Loaded = ({ done }: { done: Done }) => (
  <Alert
    type="success"
    title={`已录入${done.year}年工作日历：${movesInWords(done)}。`}
    description={done.moved > 0 ? <Moves of={done} /> : undefined}
  />
)

/** Has the shell ask for a file and the vault read it. */
const useChosenFile = () => {
  const [asked, setAsked] = useState(false)
  const [read, setRead] = useState<ReadCalendar | null>(null)
  const [refused, setRefused] = useState<string | null>(null)
  const choose = async () => {
    if (asked) return
    setAsked(true)
    setRefused(null)
    const chosen = await window.mijuan.chooseCalendar()
    setAsked(false)
    if (!chosen.ok) setRefused(chosen.message)
    else setRead(chosen.calendar)
  }
  return { asked, read, refused, choose: () => void choose(), close: () => setRead(null) }
}

/** 工作日历: the loaded years month by month; 安全保密管理员 loads further ones. */
export const Calendars = () => {
  const calendars = useQueryOf('office.calendars', {})
  const maySet = useMay()('office.setCalendar')
  const thisYear = Number(useSession().now.slice(0, 4))
  const [shown, setShown] = useState<number | null>(null)
  const [setting, setSetting] = useState<{ from?: CalendarYear; year: number } | null>(null)
  const [done, setDone] = useState<Done | null>(null)
  const file = useChosenFile()
  if (calendars.error) return <RefusalNote of={calendars.error} />
  if (!calendars.data) return <p className="quiet">正在读取日历…</p>
  const { years, changes } = calendars.data
  const calendar = years.find((one) => one.year === shown) ?? years[years.length - 1]
  const loaded = years.map(({ year }) => year)
  const next = Math.max(thisYear - 1, ...loaded) + 1
  const close = () => {
    setSetting(null)
    file.close()
  }
  const end = (moved: Done) => {
    setDone(moved)
    setShown(moved.year)
    close()
  }
  if (setting) return <SetCalendar {...setting} loaded={loaded} onDone={end} onClose={close} />
  if (file.read) return <LoadCalendar read={file.read} loaded={loaded} onDone={end} onClose={close} />
  return (
    <div className="calendars">
      <div className="desk-filters">
        {calendar && <Segmented value={calendar.year} onChange={setShown} options={years.map(({ year }) => ({ value: year, label: `${year}年` }))} />}
        {maySet && <Button onClick={() => setSetting({ year: next })}>录入{next}年</Button>}
        {maySet && calendar && <Button onClick={() => setSetting({ from: calendar, year: calendar.year })}>更改{calendar.year}年</Button>}
        {maySet && (
          <Button onClick={file.choose} disabled={file.asked}>
            从文件录入
          </Button>
        )}
      </div>
      {file.refused && <Alert type="error" title={file.refused} />}
      {done && <Loaded done={done} />}
      {calendar ? <Year calendar={calendar} /> : <Empty says="还没有录入工作日历，期限无法计算。请安全保密管理员录入。" />}
      <Changes of={changes} />
    </div>
  )
}
