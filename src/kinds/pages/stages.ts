/** The stages of a case, in their order. */
export const STAGES = [
  'CASE_OPENING',
  'INVESTIGATION',
  'EVIDENCE_GATHERING',
  'COORDINATION',
  'ACTION_DAY',
  'PROSECUTION',
  'TRIAL',
  'ASSET_RECOVERY',
  'JUDGMENT_ENFORCEMENT',
];
