import { growOffice, proceduresUnderFire } from '../support/under-fire.ts'

growOffice()
proceduresUnderFire(0, 3)
