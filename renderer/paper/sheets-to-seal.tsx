import { useState } from 'react'
import { Button, Checkbox } from 'antd'
import { type RecoverySheet, RecoverySheetPreview } from './recovery-sheet.tsx'

const ORDINALS = ['第一份', '第二份', '第三份']

type Props = {
  sheets: readonly Pick<RecoverySheet, 'words' | 'ticket'>[]
  /** Who seals which, in words. */
  keepers: readonly string[]
  /** What stands on each of them. */
  on: Omit<RecoverySheet, 'words' | 'ticket' | 'ordinal'>
  /** `all`: each was opened, and is said to be sealed. */
  onChange: (all: boolean) => void
}

/** The three sheets, each to be opened, printed or copied by hand, and ticked once it is sealed. */
export const SheetsToSeal = ({ sheets, keepers, on, onChange }: Props) => {
  const [shown, setShown] = useState<number | null>(null)
  const [opened, setOpened] = useState<readonly number[]>([])
  const [sealed, setSealed] = useState<readonly number[]>([])
  const of = shown === null ? undefined : sheets[shown]
  const tick = (place: number, yes: boolean) => {
    const next = [...sealed.filter((each) => each !== place), ...(yes ? [place] : [])]
    setSealed(next)
    onChange(next.length === sheets.length)
  }
  const open = (place: number) => {
    setShown(place)
    setOpened([...opened, place])
  }
  return (
    <>
      <ul className="sealed-sheets">
        {keepers.map((keeper, place) => (
          <li key={keeper}>
            <Button autoFocus={place === 0} data-landing={place === 0 ? '' : undefined} onClick={() => open(place)}>
              打开{ORDINALS[place]}
            </Button>
            <Checkbox disabled={!opened.includes(place)} checked={sealed.includes(place)} onChange={(event) => tick(place, event.target.checked)}>
              {ORDINALS[place]}已由{keeper}封存
            </Checkbox>
          </li>
        ))}
      </ul>
      {of && shown !== null && <RecoverySheetPreview sheet={{ ...on, ...of, ordinal: ORDINALS[shown] ?? '' }} onClose={() => setShown(null)} />}
    </>
  )
}
