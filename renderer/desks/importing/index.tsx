import type { DeskPage } from '../../app/desk-pages.ts'

const Importing: DeskPage = () => null
export default Importing
