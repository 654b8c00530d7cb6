import { UserError } from './errors.ts'

/** The cached build gave another image than the one that was measured when it was repeated; measuring anew may mend that. */
export class OtherImageError extends UserError {}
