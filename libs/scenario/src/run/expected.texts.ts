import type { Expectation } from '../story/expectation.ts';
import type { Cast, Standing } from './cast.ts';
import { firingText, messageText, noticeText } from './happenings.ts';

/** Where the complaint stood before the line was played, and where it stands after. */
export interface Around {
  readonly before: Standing;
  readonly after: Standing;
}

/**
 * The happenings that a line lists, as the story says them; nothing for a line that is only checked. `owner`, `backup`
 * and `head` are those before the line was played; where there was none yet, those after.
 */
export function expectedTexts({ says }: Expectation, cast: Cast, { before, after }: Around): string[] {
  switch (says.kind) {
    case 'stage':
      return [`stage ${says.stage}`];
    case 'rung':
      return [firingText(says.rung, says.duty)];
    case 'message':
      return [messageText(says.purpose)];
    case 'told': {
      const standing = { ...before, owner: before.owner ?? after.owner, backup: before.backup ?? after.backup };
      const ids = says.who.flatMap((who) => cast.idsOf(who, standing));
      return ids.map((id) => noticeText(cast.nameOf(id), says.code));
    }
    default:
      return [];
  }
}
