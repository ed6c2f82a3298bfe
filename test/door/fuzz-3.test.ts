import { growOffice, proceduresUnderFire } from '../support/under-fire.ts'

growOffice()
proceduresUnderFire(2, 3)
