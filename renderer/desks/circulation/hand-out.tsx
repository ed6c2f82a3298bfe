import { useId, useState } from 'react'
import type { LegView, SheetView } from '../../../contract/circulation-views.ts'
import { limits } from '../../../contract/limits.ts'
import { useAct, useQueryOf } from '../../app/client.ts'
import { ChooseBox } from '../../components/choose-box.tsx'
import { Countersign } from '../../components/countersign.tsx'
import { ByPaper } from '../../components/paper-form.tsx'
import { Sentence } from '../../components/act-dialog.tsx'
import { HandOutOnPaper, SignOnPaper } from './on-paper.tsx'

/** Where a folder may be read: the listed places, for 绝密 those listed for it (F1(4)d). */
const usePlaces = (sheet: SheetView): readonly string[] => {
  const settings = useQueryOf('office.settings', {})
  const topSecret = sheet.items.some(({ document }) => document.level === 'topSecret')
  return (topSecret ? settings.data?.topSecretPlaces : settings.data?.places) ?? []
}

type Props = { sheet: SheetView; leg: LegView; onDone: () => void; onClose: () => void }

/** F4 送阅: the reader signs for the folder on the spot with name and password (F1(4)a). The first listed place is chosen, the cursor waits in the password. */
export const HandOut = ({ sheet, leg, onDone, onClose }: Props) => {
  const places = usePlaces(sheet)
  const [chosen, setChosen] = useState<string | null>(null)
  const [onPaper, setOnPaper] = useState(false)
  const box = useId()
  const place = chosen ?? places[0] ?? ''
  const act = useAct('circulation.handOut')
  if (onPaper) return <HandOutOnPaper sheet={sheet} leg={leg} place={place} places={places} onDone={onDone} onClose={onClose} />
  return (
    <Countersign
      title={`送阅　${sheet.folder}（${sheet.copies} 份）`}
      says={`请阅文人清点 ${sheet.copies} 份后当场签收（F1(4)a）`}
      name={leg.reader.name}
      ok="签收"
      error={act.error}
      busy={act.isPending}
      step={{ call: 'circulation.handOut', input: { leg: leg.id, place } }}
      onTicket={(ticket) => act.mutate({ leg: leg.id, place, ticket }, { onSuccess: onDone })}
      other={<ByPaper begin={() => setOnPaper(true)} />}
      onClose={onClose}
    >
      <div className="sentence">
        <label className="sentence-label" htmlFor={box}>
          阅处地点
        </label>
        <ChooseBox
          id={box}
          className="wide-box"
          value={place || undefined}
          onChange={setChosen}
          options={places.map((one) => ({ value: one, label: one }))}
        />
      </div>
    </Countersign>
  )
}

/** F6 阅签 in place: the reader signs at the officer's screen, with an opinion (F1(2)c). */
export const SignInPlace = ({ sheet, leg, onDone, onClose }: Props) => {
  const [opinion, setOpinion] = useState('')
  const [onPaper, setOnPaper] = useState(false)
  const act = useAct('circulation.sign')
  if (onPaper) return <SignOnPaper sheet={sheet} leg={leg} opinion={opinion} onDone={onDone} onClose={onClose} />
  return (
    <Countersign
      title={`阅签　${sheet.folder}`}
      says="阅文人本人阅后签字，不得代签（F1(2)c）"
      name={leg.reader.name}
      ok="阅签"
      error={act.error}
      busy={act.isPending}
      step={{ call: 'circulation.sign', input: { leg: leg.id, opinion } }}
      onTicket={(ticket) => act.mutate({ leg: leg.id, opinion, ticket }, { onSuccess: onDone })}
      other={<ByPaper begin={() => setOnPaper(true)} />}
      onClose={onClose}
    >
      <Sentence label="意见" value={opinion} onChange={setOpinion} max={limits.opinion} optional />
    </Countersign>
  )
}
