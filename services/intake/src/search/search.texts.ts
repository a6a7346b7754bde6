import { Inject, Injectable } from '@nestjs/common';
import { PersonCipher, type Tx } from '@redress/db';

/** Something that was said in a complaint, readable. */
export interface SaidText {
  readonly complaintId: string;
  readonly matterId: string | null;
  /** `texts.description`, `complainant.name`: what it was sealed as. */
  readonly column: string;
  readonly words: string;
}

/** Fields of a complainant that hold words; the rest are codes. */
const PERSONAL = [
  ...['name', 'address', 'contactPerson', 'relation', 'insuredOrOwner'],
  ...['mobile', 'phone', 'email', 'account'],
];

interface Sealed {
  complaint_id: string;
  person_id: string;
  matter_id: string | null;
  column: string;
  sealed: Buffer;
}

/** Reads the words that complaints are searched by. */
@Injectable()
export class SearchTexts {
  constructor(@Inject(PersonCipher) private readonly cipher: PersonCipher) {}

  /** What was said in these complaints, in that order; with `open` only what needs no grant. What was deleted with its key is left out. */
  async read(tx: Tx, complaintIds: readonly string[], which: 'all' | 'open'): Promise<SaidText[]> {
    const rows = await tx.query<Sealed>(
      `SELECT text.complaint_id, text.person_id, text.matter_id, 'texts.' || field AS column, sealed, written_at, place
       FROM intake.texts AS text LEFT JOIN intake.matters AS matter ON matter.id = text.matter_id
       WHERE text.complaint_id = ANY($1)
         AND ($2 OR (text.access = 'open' AND coalesce(matter.access, 'open') = 'open'))
       UNION ALL
       SELECT complaint.id, complaint.person_id, NULL, 'complainant.' || field, sealed, NULL, NULL
       FROM intake.complaints AS complaint JOIN intake.complainant_fields USING (person_id)
       WHERE complaint.id = ANY($1) AND field = ANY($3)
       ORDER BY written_at, place`,
      [complaintIds, which === 'all', PERSONAL],
    );
    const said: SaidText[] = [];
    for (const { complaint_id: complaintId, person_id, matter_id: matterId, column, sealed } of rows) {
      const words = await this.cipher.open(tx, person_id, column, sealed);
      if (words !== null) said.push({ complaintId, matterId, column, words });
    }
    return said;
  }
}
