/**
 * How many a list holds: `<Found pages={pages} total={pages.first?.total} unit="件" />`. What takes longer than a glance is said to be looked for:
 * until then the number and the rows below are those of the filter before.
 */
type Props = { pages: { isPending: boolean; isPlaceholderData: boolean; error: unknown }; total?: number; unit: string }

export const Found = ({ pages, total, unit }: Props) => {
  const looking = (pages.isPending || pages.isPlaceholderData) && !pages.error
  return (
    <span className="quiet figures found" role="status">
      {looking && <span className="found-soon">正在查找…</span>}
      {total !== undefined && (
        <span className={looking ? 'found-former' : undefined}>
          共 {total} {unit}
        </span>
      )}
    </span>
  )
}
