/** The page around the desks: menu with counts on the left; unit, level, search, person and lock on top. */
import { Button } from 'antd'
import { type ReactNode, Suspense, useEffect, useMemo } from 'react'
import type { Output } from '../../contract/index.ts'
import { deskLabel, type Desk, roleLabel } from '../../contract/terms.ts'
import { Faulty } from '../components/faulty.tsx'
import { useKeys } from '../components/keys.ts'
import { useLanding } from '../components/landing.ts'
import { LevelMark } from '../components/level-mark.tsx'
import { useQueryOf } from './client.ts'
import { deskPage, searchBoxPart } from './desk-pages.ts'
import { go, leaveFor, To, useRoute } from './routes.tsx'
import { desksFor, lock, signOut, useMay, useSession } from './session.tsx'

/** Tells the vault that somebody is at the keyboard, at most once in ten seconds (锁定). */
const useActivity = () => {
  useEffect(() => {
    let told = 0
    const moved = () => {
      const now = Date.now()
      if (now - told < 10_000) return
      told = now
      window.mijuan.active()
    }
    const signs = ['keydown', 'pointerdown', 'pointermove', 'wheel'] as const
    for (const sign of signs) window.addEventListener(sign, moved, { passive: true })
    return () => {
      for (const sign of signs) window.removeEventListener(sign, moved)
    }
  }, [])
}

/** What waits at a desk. Red alone when something is late. */
const Waiting = ({ count, late }: { count: number; late: boolean }) =>
  count > 0 && <span className={late ? 'menu-count menu-late' : 'menu-count'}>{Math.min(count, 999)}</span>

const isLate = (home: Output<'today.home'> | undefined) => home !== undefined && (home.overdue.length > 0 || home.mine.some(({ overdue }) => overdue))

/** The row of keys above the letters, one a desk: the tenth is Alt+0; from the thirteenth on they lie below its end. */
const PLACES = '1234567890-=[]\\'
const keyOf = (place: number) => (place < PLACES.length ? `Alt+${PLACES[place]}` : '')

const Menu = ({ desks, at }: { desks: readonly Desk[]; at: Desk }) => {
  const home = useQueryOf('today.home', {}, { every: 60_000 })
  return (
    <nav className="menu" aria-label="各台">
      {desks.map((desk, place) => (
        <To key={desk} desk={desk} className={desk === at ? 'menu-at' : ''} current={desk === at}>
          <span>{deskLabel[desk]}</span>
          <Waiting count={home.data?.waiting[desk] ?? 0} late={desk === 'circulation' && isLate(home.data)} />
          {keyOf(place) && <kbd>{keyOf(place)}</kbd>}
        </To>
      ))}
    </nav>
  )
}

const Top = () => {
  const { person, roles, unit, level } = useSession()
  const may = useMay()
  const SearchBox = useMemo(searchBoxPart, [])
  return (
    <header className="top">
      <strong className="top-name">密卷</strong>
      <span className="top-unit">{unit}</span>
      <span className="top-level">
        本机密级 <LevelMark level={level} />
      </span>
      <div className="top-search">
        {may('documents.whereIs') && (
          <Suspense fallback={null}>
            <SearchBox />
          </Suspense>
        )}
      </div>
      <span className="top-who" title={roles.map((role) => roleLabel[role]).join('、')}>
        <strong>{person.name}</strong>
        <span className="quiet">{roles.map((role) => roleLabel[role]).join('、')}</span>
      </span>
      <Button onClick={lock}>锁屏 Ctrl+L</Button>
      <Button type="text" onClick={() => leaveFor('退出', signOut)}>
        退出
      </Button>
    </header>
  )
}

/** Shows the desk that the address names, or the first one this person has. */
const Place = ({ desk, children }: { desk: Desk; children: ReactNode }) => (
  <main className="place" key={desk}>
    <Faulty>
      <Suspense
        fallback={
          <p className="quiet" role="status">
            正在打开{deskLabel[desk]}…
          </p>
        }
      >
        {children}
      </Suspense>
    </Faulty>
  </main>
)

/** A desk that is being read stays the same component until another is asked for: exchanged half-way, it would begin anew. */
const useDeskPage = (desk: Desk) => useMemo(() => deskPage(desk), [desk])

export const Frame = () => {
  const { roles } = useSession()
  const desks = desksFor(roles)
  const route = useRoute()
  const at = desks.includes(route.desk) ? route.desk : 'today'
  const Desk = useDeskPage(at)
  useKeys(desks.map((desk, place) => [keyOf(place), () => go(desk)] as const))
  // Whoever leaves the seat locks at once, whatever is open or half typed.
  useKeys([['Ctrl+L', lock]], true, true)
  useLanding()
  useActivity()
  return (
    <div className="frame">
      <Top />
      <Menu desks={desks} at={at} />
      <Place desk={at}>
        <Desk id={at === route.desk ? route.id : null} />
      </Place>
    </div>
  )
}
