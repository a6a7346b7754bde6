import { z } from 'zod';

/** Who calls, in the order of the columns of the table. */
export const COLUMNS = [
  'nobody',
  'wrongSecret',
  'customer',
  'clerk',
  'owner',
  'backup',
  'colleague',
  'stranger',
  'approver',
  'head',
  'otherHead',
  'manager',
  'auditor',
  'admin',
  'author',
  'restricted',
  'aboutMe',
] as const;

export type Column = (typeof COLUMNS)[number];

/** What a caller gets; null where the cell says nothing more than another one. */
const EXPECTED = ['2xx', '401', '403', '404', '409', '422'] as const;
export type Expected = (typeof EXPECTED)[number];

/** The services, each with a part of the table. */
export const SERVICES = ['intake', 'staffing', 'analytics', 'improvement'] as const;

/** One endpoint of a service, and what each caller gets. `about` tells lines of the same endpoint apart. */
export interface Row {
  readonly service: (typeof SERVICES)[number];
  readonly method: string;
  readonly path: string;
  readonly about: string;
  readonly cells: Readonly<Record<Column, Expected | null>>;
}

/**
 * Kept by hand: what the specification grants, never what the code answers. The case lies in a department with an
 * owner, a backup, another handler (colleague), an approver and a head; stranger and otherHead belong elsewhere; the
 * author is the head, who has the authority to approve and wrote the proposal. Every call is in order for who may.
 * `restricted` is the manager, who reads all but has no grant, at a case under restricted access (INT-7); `aboutMe` the
 * head, who is complained of in the case (PRC-3). `-`: as the head, or not about a case. The approver of the pack has no limit to spend, so may judge nothing that costs.
 */
const TABLE = `
intake                                        nobody wrong  cust   clerk  owner  backup colleg strang approv head   othead manage audit  admin  aut    horrestr  about
GET    /health/live                           2xx    2xx    2xx    2xx    2xx    2xx    2xx    2xx    2xx    2xx    2xx    2xx    2xx    2xx    -      -      -
GET    /health/ready                          2xx    2xx    2xx    2xx    2xx    2xx    2xx    2xx    2xx    2xx    2xx    2xx    2xx    2xx    -      -      -
GET    /metrics                               2xx    2xx    2xx    2xx    2xx    2xx    2xx    2xx    2xx    2xx    2xx    2xx    2xx    2xx    -      -      -
GET    /docs                                  2xx    2xx    2xx    2xx    2xx    2xx    2xx    2xx    2xx    2xx    2xx    2xx    2xx    2xx    -      -      -
GET    /openapi.json                          2xx    2xx    2xx    2xx    2xx    2xx    2xx    2xx    2xx    2xx    2xx    2xx    2xx    2xx    -      -      -
POST   /complaints                            401    401    401    2xx    2xx    2xx    2xx    2xx    2xx    2xx    2xx    2xx    403    403    -      -      -
GET    /complaints                            401    401    401    403    2xx    2xx    2xx    2xx    2xx    2xx    2xx    2xx    2xx    403    -      -      -
GET    /complaints.csv                        401    401    401    403    2xx    2xx    2xx    2xx    2xx    2xx    2xx    2xx    2xx    403    -      -      -
GET    /complaints.xlsx                       401    401    401    403    2xx    2xx    2xx    2xx    2xx    2xx    2xx    2xx    2xx    403    -      -      -
GET    /complaints/:id                        401    401    401    403    2xx    2xx    2xx    404    2xx    2xx    404    2xx    2xx    403    -      404    404
GET    /complaints/:id/timeline               401    401    401    403    2xx    2xx    2xx    404    2xx    2xx    404    2xx    2xx    403    -      404    404
GET    /complaints/:id/corrections            401    401    401    403    2xx    2xx    2xx    404    2xx    2xx    404    2xx    2xx    403    -      404    404
POST   /complaints/:id/accept                 401    401    401    403    2xx    403    403    404    403    403    404    403    403    403    -      404    404
POST   /complaints/:id/decline                401    401    401    403    2xx    403    403    404    403    403    404    403    403    403    -      404    404
POST   /complaints/:id/assignments            401    401    401    403    403    403    403    404    403    2xx    404    2xx    403    403    -      404    404
POST   /complaints/:id/take-over              401    401    401    403    403    403    403    404    403    2xx    404    2xx    403    403    -      404    404
POST   /complaints/:id/hand-overs             401    401    401    403    2xx    2xx    403    404    403    2xx    404    403    403    403    -      404    404
POST   /complaints/:id/hand-over-refusals     401    401    401    403    422    422    403    404    403    422    404    403    403    403    -      404    404
POST   /complaints/:id/hand-over-rulings      401    401    401    403    403    403    403    403    403    403    403    422    403    403    -      404    403
POST   /complaints/:id/contacts               401    401    401    403    2xx    2xx    403    404    403    2xx    404    403    403    403    -      404    404
POST   /complaints/:id/questions              401    401    401    403    2xx    2xx    403    404    403    2xx    404    403    403    403    -      404    404
POST   /complaints/:id/unreachable            401    401    401    403    422    422    403    404    403    422    404    403    403    403    -      404    404
POST   /complaints/:id/notes                  401    401    401    403    2xx    2xx    2xx    404    2xx    2xx    404    2xx    403    403    -      404    404
POST   /complaints/:id/record                 401    401    401    404    422    422    422    404    422    422    404    422    403    403    -      404    404
POST   /complaints/:id/corrections            401    401    401    404    2xx    2xx    2xx    404    2xx    2xx    404    2xx    403    403    -      404    404
POST   /complaints/:id/grading                401    401    401    403    2xx    2xx    403    404    403    2xx    404    2xx    403    403    -      404    404
POST   /complaints/:id/grading-confirmations  401    401    401    403    409    409    403    404    403    409    404    409    403    403    -      404    404
POST   /complaints/:id/marks                  401    401    401    403    2xx    2xx    2xx    404    2xx    2xx    404    2xx    403    403    -      404    404
POST   /complaints/:id/extortion              401    401    401    403    2xx    2xx    403    404    403    2xx    404    403    403    403    -      404    404
POST   /complaints/:id/descriptions           401    401    401    403    2xx    2xx    2xx    404    2xx    2xx    404    2xx    403    403    -      404    404
POST   /complaints/:id/misconduct-owners          401    401    401    403    403    403    403    403    403    403    403    403    403    403    -      403    403
POST   /complaints/:id/misconduct-notes           401    401    401    403    403    403    403    403    403    403    403    403    403    403    -      403    403
POST   /complaints/:id/misconduct-conclusions     401    401    401    403    403    403    403    403    403    403    403    403    403    403    -      403    403
POST   /complaints/:id/identifications        401    401    401    403    2xx    2xx    403    404    403    2xx    404    403    403    403    -      404    404
POST   /complaints/:id/requests               401    401    401    403    2xx    2xx    403    404    403    2xx    404    2xx    403    403    -      404    404
POST   /complaints/:id/answers                401    401    401    403    422    422    403    404    403    422    404    403    403    403    -      404    404
POST   /complaints/:id/findings               401    401    401    403    2xx    2xx    403    404    403    2xx    404    403    403    403    -      404    404
POST   /complaints/:id/unsolvable             401    401    401    403    2xx    2xx    403    404    403    2xx    404    403    403    403    -      404    404
POST   /complaints/:id/proposals              401    401    401    403    2xx    2xx    403    404    403    2xx    404    403    403    403    -      404    404
POST   /complaints/:id/approve                401    401    401    403    403    403    403    403    403    2xx    404    2xx    403    403    403    404    404
POST   /complaints/:id/return                 401    401    401    403    403    403    403    403    403    2xx    404    2xx    403    403    403    404    404
POST   /complaints/:id/dates                  401    401    401    403    2xx    2xx    403    404    403    2xx    404    403    403    403    -      404    404
POST   /complaints/:id/replies                401    401    401    403    2xx    2xx    403    404    403    2xx    404    403    403    403    -      404    404
POST   /complaints/:id/extensions             401    401    401    403    422    422    403    404    403    422    404    403    403    403    -      404    404
POST   /complaints/:id/extension-rulings      401    401    401    403    403    403    403    403    403    422    404    422    403    403    -      404    404
POST   /complaints/:id/pauses                 401    401    401    403    2xx    2xx    403    404    403    2xx    404    403    403    403    -      404    404
POST   /complaints/:id/resumptions            401    401    401    403    409    409    403    404    403    409    404    403    403    403    -      404    404
POST   /complaints/:id/mediations             401    401    401    403    2xx    2xx    403    404    403    2xx    404    403    403    403    -      404    404
POST   /complaints/:id/offers                 401    401    401    403    2xx    2xx    403    404    403    2xx    404    403    403    403    -      404    404
POST   /complaints/:id/offer-withdrawals      401    401    401    403    2xx    2xx    403    404    403    2xx    404    403    403    403    -      404    404
POST   /complaints/:id/offer-answers          401    401    401    2xx    2xx    2xx    2xx    2xx    2xx    2xx    2xx    2xx    403    403    -      404    403
POST   /complaints/:id/interim-compensations  401    401    401    403    2xx    2xx    403    404    403    2xx    404    403    403    403    -      404    404
POST   /complaints/:id/tasks                  401    401    401    403    2xx    2xx    403    404    403    2xx    404    2xx    403    403    -      404    404
POST   /complaints/:id/task-completions       401    401    401    403    2xx    2xx    403    404    403    2xx    404    403    403    403    -      404    404
POST   /complaints/:id/appointments           401    401    401    403    2xx    2xx    403    404    403    2xx    404    403    403    403    -      404    404
POST   /complaints/:id/outside-outcomes       401    401    401    403    2xx    2xx    403    404    403    2xx    404    403    403    403    -      404    404
POST   /complaints/:id/result                 401    401    401    403    2xx    2xx    403    404    403    2xx    404    403    403    403    -      404    404
POST   /complaints/:id/survey-answers         401    401    401    2xx    2xx    2xx    2xx    2xx    2xx    2xx    2xx    2xx    403    403    -      404    403
POST   /complaints/:id/follow-ups             401    401    401    403    2xx    2xx    403    404    403    2xx    404    403    403    403    -      404    404
POST   /complaints/:id/analysis               401    401    401    403    2xx    2xx    403    404    403    2xx    404    403    403    403    -      404    404
POST   /complaints/:id/actions                401    401    401    403    2xx    2xx    403    404    403    2xx    404    403    403    403    -      404    404
POST   /complaints/:id/assessments            401    401    401    403    403    403    403    404    403    2xx    404    2xx    403    403    -      404    404
POST   /complaints/:id/event-end              401    401    401    403    403    403    403    404    403    422    404    422    403    403    -      404    404
POST   /complaints/:id/write-ups              401    401    401    403    422    422    403    404    403    422    404    403    403    403    -      404    404
POST   /complaints/:id/reports                401    401    401    403    422    422    403    404    403    422    404    403    403    403    -      404    404
POST   /complaints/:id/close (out of order)   401    401    401    403    409    409    403    404    403    409    404    403    403    403    -      404    404
POST   /complaints/:id/close (not told)       401    401    401    403    422    422    403    404    403    422    404    403    403    403    -      404    404
POST   /complaints/:id/close (survey open)    401    401    401    403    422    422    403    404    403    422    404    403    403    403    -      404    404
POST   /complaints/:id/messages               401    401    401    2xx    2xx    2xx    2xx    2xx    2xx    2xx    2xx    2xx    403    403    -      404    403
POST   /complaints/:id/withdrawal             401    401    401    2xx    2xx    2xx    2xx    2xx    2xx    2xx    2xx    2xx    403    403    -      404    403
POST   /complaints/:id/reopenings             401    401    401    2xx    2xx    2xx    2xx    2xx    2xx    2xx    2xx    2xx    403    403    -      404    403
POST   /complaints/:id/repeats                401    401    401    2xx    2xx    2xx    2xx    2xx    2xx    2xx    2xx    2xx    403    403    -      404    403
POST   /complaints/:id/new-facts-rulings      401    401    401    403    403    403    403    403    403    403    403    422    403    403    -      404    403
POST   /complaints/:id/merges                 401    401    401    403    422    422    403    404    403    422    404    403    403    403    -      404    404
POST   /complaints/:id/partings               401    401    401    403    422    422    403    404    403    422    404    403    403    403    -      404    404
POST   /complaints/:id/mass                   401    401    401    403    403    403    403    403    403    403    403    422    403    403    -      404    403
POST   /complaints/:id/mass-leavings          401    401    401    403    403    403    403    403    403    403    403    422    403    403    -      404    403
POST   /complaints/:id/transfers              401    401    401    403    2xx    2xx    403    404    403    2xx    404    403    403    403    -      404    404
POST   /complaints/:id/pack-moves             401    401    401    403    403    403    403    403    403    403    403    422    403    404    -      404    403
GET    /commands/:id                          401    401    401    404    2xx    2xx    2xx    404    2xx    2xx    404    2xx    2xx    404    -      404    404
GET    /notices                               401    401    401    2xx    2xx    2xx    2xx    2xx    2xx    2xx    2xx    2xx    2xx    2xx    -      -      -
POST   /notices/:id/read                      401    401    401    404    2xx    404    404    404    404    404    404    404    404    404    -      -      -
GET    /tracking/:number                      404    404    2xx    404    404    404    404    404    404    404    404    404    404    404    -      -      -
POST   /tracking/:number/messages             404    404    2xx    404    404    404    404    404    404    404    404    404    404    404    -      -      -
POST   /tracking/:number/offer-answers        404    404    2xx    404    404    404    404    404    404    404    404    404    404    404    -      -      -
POST   /tracking/:number/survey-answers       404    404    2xx    404    404    404    404    404    404    404    404    404    404    404    -      -      -
POST   /tracking/:number/withdrawal           404    404    2xx    404    404    404    404    404    404    404    404    404    404    404    -      -      -
POST   /tracking/:number/reopenings           404    404    2xx    404    404    404    404    404    404    404    404    404    404    404    -      -      -
POST   /tracking/:number/repeats              404    404    2xx    404    404    404    404    404    404    404    404    404    404    404    -      -      -
POST   /imports                               401    401    401    403    403    403    403    403    403    403    403    2xx    403    403    -      -      -
GET    /imports                               401    401    401    403    403    403    403    403    403    403    403    2xx    403    403    -      -      -
GET    /imports/mappings                      401    401    401    403    403    403    403    403    403    403    403    2xx    403    403    -      -      -
GET    /imports/:id                           401    401    401    403    403    403    403    403    403    403    403    2xx    403    403    -      -      -
GET    /imports/:id/rows                      401    401    401    403    403    403    403    403    403    403    403    2xx    403    403    -      -      -
GET    /imports/:id/refused.csv               401    401    401    403    403    403    403    403    403    403    403    2xx    403    403    -      -      -
GET    /stuck                                 401    401    401    403    403    403    403    403    403    403    403    2xx    403    2xx    -      -      -
POST   /stuck/commands/:id/retry (not stuck)  401    401    401    403    403    403    403    403    403    403    403    409    403    409    -      -      -
POST   /stuck/commands/:id/dismiss (not stuck) 401    401    401    403    403    403    403    403    403    403    403    409    403    409    -     -      -
POST   /stuck/outbox/:id/retry (not stuck)    401    401    401    403    403    403    403    403    403    403    403    409    403    409    -      -      -
GET    /calendars                             401    401    401    403    403    403    403    403    403    403    403    403    403    2xx    -      -      -
POST   /calendars                             401    401    401    403    403    403    403    403    403    403    403    403    403    2xx    -      -      -
GET    /mass-candidates                       401    401    401    403    403    403    403    403    403    403    403    2xx    403    403    -      -      -
POST   /mass-candidates/:id/dismissals        401    401    401    403    403    403    403    403    403    403    403    404    403    403    -      -      -
POST   /measures (asked for by none)          401    401    401    422    422    422    422    422    422    422    422    422    403    403    -      -      -
GET    /crossings                             401    401    401    403    403    403    403    403    403    2xx    2xx    2xx    2xx    403    -      -      -
POST   /crossings/:id/choices                 401    401    401    404    404    404    404    404    404    404    404    404    403    403    -      -      -
POST   /crossings/:id/reviews                 401    401    401    404    404    404    404    404    404    404    404    404    403    403    -      -      -
GET    /packs                                 401    401    401    403    403    403    403    403    403    403    403    403    403    2xx    -      -      -
POST   /packs                                 401    401    401    403    403    403    403    403    403    403    403    403    403    2xx    -      -      -
POST   /packs (with a mistake)                401    401    401    403    403    403    403    403    403    403    403    403    403    422    -      -      -
POST   /packs/trials                          401    401    401    403    403    403    403    403    403    403    403    403    403    2xx    -      -      -
GET    /packs/:hash                           401    401    401    403    403    403    403    403    403    403    403    403    403    2xx    -      -      -
POST   /packs/:hash/approvals                 401    401    401    403    403    403    403    403    403    403    403    403    403    2xx    -      -      -
POST   /packs/:hash/activations               401    401    401    403    403    403    403    403    403    403    403    403    403    2xx    -      -      -
GET    /pack-moves                            401    401    401    403    403    403    403    403    403    403    403    2xx    403    403    -      -      -
POST   /pack-moves                            401    401    401    403    403    403    403    403    403    403    403    2xx    403    403    -      -      -
POST   /pack-moves/:id/reversals              401    401    401    403    403    403    403    403    403    403    403    404    403    403    -      -      -
GET    /looks                                 401    401    401    403    403    403    403    403    403    403    403    403    2xx    403    -      -      -

staffing                                      nobody wrong  cust   clerk  owner  backup colleg strang approv head   othead manage audit  admin  aut    horrestr  about
GET    /health/live                           2xx    2xx    2xx    2xx    2xx    2xx    2xx    2xx    2xx    2xx    2xx    2xx    2xx    2xx    -      -      -
GET    /health/ready                          2xx    2xx    2xx    2xx    2xx    2xx    2xx    2xx    2xx    2xx    2xx    2xx    2xx    2xx    -      -      -
GET    /metrics                               2xx    2xx    2xx    2xx    2xx    2xx    2xx    2xx    2xx    2xx    2xx    2xx    2xx    2xx    -      -      -
GET    /docs                                  2xx    2xx    2xx    2xx    2xx    2xx    2xx    2xx    2xx    2xx    2xx    2xx    2xx    2xx    -      -      -
GET    /openapi.json                          2xx    2xx    2xx    2xx    2xx    2xx    2xx    2xx    2xx    2xx    2xx    2xx    2xx    2xx    -      -      -
GET    /.well-known/jwks.json                 2xx    2xx    2xx    2xx    2xx    2xx    2xx    2xx    2xx    2xx    2xx    2xx    2xx    2xx    -      -      -
POST   /sessions                              2xx    2xx    2xx    2xx    2xx    2xx    2xx    2xx    2xx    2xx    2xx    2xx    2xx    2xx    -      -      -
POST   /sessions (wrong password)             401    401    401    401    401    401    401    401    401    401    -      -      -      -      -      -      -
GET    /departments                           401    401    401    2xx    2xx    2xx    2xx    2xx    2xx    2xx    2xx    2xx    2xx    2xx    -      -      -
POST   /departments                           401    401    401    403    403    403    403    403    403    403    403    403    403    2xx    -      -      -
PATCH  /departments/:code                     401    401    401    403    403    403    403    403    403    403    403    403    403    2xx    -      -      -
GET    /contacts                              401    401    401    2xx    2xx    2xx    2xx    2xx    2xx    2xx    2xx    2xx    2xx    2xx    -      -      -
POST   /contacts                              401    401    401    403    403    403    403    403    403    403    403    403    403    2xx    -      -      -
GET    /contacts/:id                          401    401    401    2xx    2xx    2xx    2xx    2xx    2xx    2xx    2xx    2xx    2xx    2xx    -      -      -
PATCH  /contacts/:id                          401    401    401    403    403    403    403    403    403    403    403    403    403    2xx    -      -      -
DELETE /contacts/:id                          401    401    401    403    403    403    403    403    403    403    403    403    403    2xx    -      -      -
GET    /people                                401    401    401    2xx    2xx    2xx    2xx    2xx    2xx    2xx    2xx    2xx    2xx    2xx    -      -      -
GET    /people/me                             401    401    401    2xx    2xx    2xx    2xx    2xx    2xx    2xx    2xx    2xx    2xx    2xx    -      -      -
GET    /people/:id                            401    401    401    2xx    2xx    2xx    2xx    2xx    2xx    2xx    2xx    2xx    2xx    2xx    -      -      -
POST   /people                                401    401    401    403    403    403    403    403    403    403    403    403    403    2xx    -      -      -
PATCH  /people/:id (on duty)                  401    401    401    403    403    403    403    403    403    2xx    403    403    403    2xx    -      -      -
PATCH  /people/:id (roles)                    401    401    401    403    403    403    403    403    403    403    403    403    403    2xx    -      -      -
PATCH  /people/:id (limits)                   401    401    401    403    403    403    403    403    403    403    403    403    403    2xx    -      -      -
GET    /people/:id/absences                   401    401    401    403    403    403    2xx    403    403    2xx    403    403    403    2xx    -      -      -
DELETE /people/:id/absences/:absenceId        401    401    401    403    403    403    2xx    403    403    2xx    403    403    403    2xx    -      -      -
POST   /people/:id/returns                    401    401    401    403    403    403    2xx    403    403    2xx    403    403    403    2xx    -      -      -
POST   /people/:id/absences                   401    401    401    403    403    403    2xx    403    403    2xx    403    403    403    2xx    -      -      -
POST   /people/:id/hand-overs                 401    401    401    403    403    403    403    403    403    2xx    403    2xx    403    2xx    -      -      -
POST   /people/:id/departures                 401    401    401    403    403    403    403    403    403    403    403    403    403    2xx    -      -      -

analytics                                     nobody wrong  cust   clerk  owner  backup colleg strang approv head   othead manage audit  admin  aut    horrestr  about
GET    /health/live                           2xx    2xx    2xx    2xx    2xx    2xx    2xx    2xx    2xx    2xx    2xx    2xx    2xx    2xx    -      -      -
GET    /health/ready                          2xx    2xx    2xx    2xx    2xx    2xx    2xx    2xx    2xx    2xx    2xx    2xx    2xx    2xx    -      -      -
GET    /metrics                               2xx    2xx    2xx    2xx    2xx    2xx    2xx    2xx    2xx    2xx    2xx    2xx    2xx    2xx    -      -      -
GET    /docs                                  2xx    2xx    2xx    2xx    2xx    2xx    2xx    2xx    2xx    2xx    2xx    2xx    2xx    2xx    -      -      -
GET    /openapi.json                          2xx    2xx    2xx    2xx    2xx    2xx    2xx    2xx    2xx    2xx    2xx    2xx    2xx    2xx    -      -      -
GET    /figures/live                          401    401    401    403    403    403    403    403    403    2xx    2xx    2xx    2xx    403    -      -      -
GET    /figures/daily                         401    401    401    403    403    403    403    403    403    2xx    2xx    2xx    2xx    403    -      -      -
GET    /figures/kpi                           401    401    401    403    403    403    403    403    403    2xx    2xx    2xx    2xx    403    -      -      -
GET    /figures/trends                        401    401    401    403    403    403    403    403    403    2xx    2xx    2xx    2xx    403    -      -      -
GET    /figures/totals                        401    401    401    403    403    403    403    403    403    2xx    2xx    2xx    2xx    403    -      -      -
GET    /figures/complaints                    401    401    401    403    403    403    403    403    403    2xx    2xx    2xx    2xx    403    -      -      -
GET    /figures/complaints/:id                401    401    401    403    403    403    403    403    403    2xx    2xx    2xx    2xx    403    -      404    404
GET    /looks                                 401    401    401    403    403    403    403    403    403    403    403    403    2xx    403    -      -      -

improvement                                   nobody wrong  cust   clerk  owner  backup colleg strang approv head   othead manage audit  admin  aut    horrestr  about
GET    /health/live                           2xx    2xx    2xx    2xx    2xx    2xx    2xx    2xx    2xx    2xx    2xx    2xx    2xx    2xx    -      -      -
GET    /health/ready                          2xx    2xx    2xx    2xx    2xx    2xx    2xx    2xx    2xx    2xx    2xx    2xx    2xx    2xx    -      -      -
GET    /metrics                               2xx    2xx    2xx    2xx    2xx    2xx    2xx    2xx    2xx    2xx    2xx    2xx    2xx    2xx    -      -      -
GET    /docs                                  2xx    2xx    2xx    2xx    2xx    2xx    2xx    2xx    2xx    2xx    2xx    2xx    2xx    2xx    -      -      -
GET    /openapi.json                          2xx    2xx    2xx    2xx    2xx    2xx    2xx    2xx    2xx    2xx    2xx    2xx    2xx    2xx    -      -      -
GET    /actions                               401    401    401    2xx    2xx    2xx    2xx    2xx    2xx    2xx    2xx    2xx    2xx    2xx    -      -      -
POST   /actions                               401    401    401    403    403    403    403    403    2xx    2xx    403    2xx    403    403    -      -      -
GET    /actions/:id                           401    401    401    404    2xx    2xx    2xx    404    2xx    2xx    404    2xx    2xx    404    -      404    404
POST   /actions/:id/progress                  401    401    401    404    2xx    403    403    404    2xx    2xx    404    2xx    403    404    -      404    404
POST   /actions/:id/changes                   401    401    401    404    403    403    403    404    2xx    2xx    404    2xx    403    404    -      404    404
POST   /actions/:id/done                      401    401    401    404    2xx    403    403    404    2xx    2xx    404    2xx    403    404    -      404    404
POST   /actions/:id/evaluations               401    401    401    404    403    403    403    404    2xx    2xx    404    2xx    403    404    -      404    404
GET    /causes                                401    401    401    403    403    403    403    403    403    2xx    2xx    2xx    2xx    403    -      -      -
GET    /causes/complaints                     401    401    401    403    403    403    403    403    403    2xx    2xx    2xx    2xx    403    -      -      -
GET    /looks                                 401    401    401    403    403    403    403    403    403    403    403    403    2xx    403    -      -      -
`;

const service = z.enum(SERVICES);
const cells = z.array(z.union([z.enum(EXPECTED), z.literal('-')])).length(COLUMNS.length);
const LINE = /^(\S+) +(\/\S*)(?: \((.+?)\))? +((?:[\w-]+ *)+)$/;

/** The lines of the table, checked: a line that cannot be read is a fault. */
export function authorisationTable(): readonly Row[] {
  return TABLE.trim()
    .split('\n\n')
    .flatMap((part) => {
      const [heading = '', ...lines] = part.split('\n');
      const of = service.parse(heading.split(' ')[0]);
      return lines.map((line) => rowOf(of, line));
    });
}

function rowOf(of: Row['service'], line: string): Row {
  const match = LINE.exec(line);
  if (match === null) throw new Error(`this line of the table cannot be read: ${line}`);
  const [, method = '', path = '', about = '', rest = ''] = match;
  const given = cells.parse(rest.trim().split(/ +/));
  const pairs = COLUMNS.map((column, index) => [column, given[index] === '-' ? null : given[index]]);
  return { service: of, method, path, about, cells: Object.fromEntries(pairs) as Row['cells'] };
}
