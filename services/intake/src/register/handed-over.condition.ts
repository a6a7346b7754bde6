/**
 * The line that took a matter, or with no matter all of a complaint, out of ordinary hands; not at the door, where nobody
 * had seen it before. Of `line`, a row of intake.timeline (INT-15).
 */
export const HANDED_OVER = `(line.code = 'marked' AND line.facts ->> 'mark' = 'misconduct' AND line.step > 1)`;

/** When all of `complaint` was; null where it never was in ordinary hands, or still is. */
export const HANDED_OVER_AT = `CASE WHEN complaint.access = 'restricted' THEN (SELECT max(line.at) FROM intake.timeline AS line
  WHERE line.complaint_id = complaint.id AND line.matter_id IS NULL AND ${HANDED_OVER}) END`;
