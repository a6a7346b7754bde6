import { describe, expect, it } from '@jest/globals';
import { parseExpectation, splitIds } from './expectation.parser.ts';

const asked = (path: string, how: string, value: string) => ({ path, how, value });

describe('a line of what is seen', () => {
  it.each([
    ['stage investigating', { kind: 'stage', stage: 'investigating' }],
    ['stage is investigating', { kind: 'is', field: 'stage', value: 'investigating' }],
    ['told Anna: respond-warning', { kind: 'told', who: ['Anna'], code: 'respond-warning' }],
    ['told leader and general manager: serious', { kind: 'told', who: ['leader', 'general manager'], code: 'serious' }],
    ['message acknowledgement', { kind: 'message', purpose: 'acknowledgement' }],
    ['warning for respond', { kind: 'rung', rung: null, duty: 'respond' }],
    ['escalated to department head for solve', { kind: 'rung', rung: 'department-head', duty: 'solve' }],
    ['escalated to legal', { kind: 'rung', rung: 'legal', duty: null }],
    ['refused out of order', { kind: 'refused', code: 'out-of-order' }],
    ['respond in time', { kind: 'verdict', duty: 'respond', verdict: 'in-time' }],
    ['accept late', { kind: 'verdict', duty: 'accept', verdict: 'late' }],
    ['reopening dropped', { kind: 'verdict', duty: 'reopening', verdict: 'dropped' }],
    ['solve due at +48h', { kind: 'due', duty: 'solve', atMs: 172_800_000 }],
    ['noted handed over', { kind: 'noted', code: 'handed-over' }],
    ['owner is Ben', { kind: 'is', field: 'owner', value: 'Ben' }],
    ['not noted paused', { kind: 'not-noted', code: 'paused' }],
    [
      'noted found where actor.name is Anna',
      { kind: 'entry', code: 'found', asked: asked('actor.name', 'is', 'Anna') },
    ],
    ['message result says "we were wrong"', { kind: 'wording', purpose: 'result', words: 'we were wrong' }],
    ['guidance says "calm"', { kind: 'sees', who: 'register', asked: asked('guidance', 'says', 'calm') }],
    ['register shows marks has media', { kind: 'sees', who: 'register', asked: asked('marks', 'has', 'media') }],
    ['customer sees stage is resolving', { kind: 'sees', who: 'customer', asked: asked('stage', 'is', 'resolving') }],
    ['department head sees nothing', { kind: 'sees-nothing', who: 'department head' }],
    ['Anna may put offer', { kind: 'may', who: 'Anna', command: 'putOffer', refusal: null }],
    ['Ben may not propose: not permitted', { kind: 'may', who: 'Ben', command: 'propose', refusal: 'not-permitted' }],
    ['clerk finds "lost parcel"', { kind: 'finds', who: 'clerk', words: 'lost parcel', found: true }],
    ['clerk does not find "x"', { kind: 'finds', who: 'clerk', words: 'x', found: false }],
    ['look of Anna is recorded', { kind: 'look-recorded', who: 'Anna' }],
  ])('%s is understood', (text, says) => {
    expect(parseExpectation(text)).toEqual(says);
  });

  it.each([
    ['stage investigated', 'did you mean `investigating`?'],
    ['warning for respnd', 'did you mean `respond`?'],
    ['message acknowledgment', 'did you mean `acknowledgement`?'],
    ['refused out-of-ordr', 'did you mean `out-of-order`?'],
    ['ownr is Ben', 'did you mean `owner`?'],
    ['noted fund where code is x', 'did you mean `found`?'],
    ['register shows owner', '`owner` asks for nothing; write `<field> is <value>`'],
    ['message result says sorry', 'write `sorry` in quotation marks'],
    ['Anna may propse', 'did you mean `propose`?'],
    ['solve due at 48h', 'is nothing that can be seen; write one of: stage <stage>'],
  ])('%s is not, and it is said what would be right', (text, hint) => {
    expect(() => parseExpectation(text)).toThrow(hint);
  });

  it('names the requirements that it shows behind itself', () => {
    expect(splitIds('stage assigned [PRC-2, PRC-9a]')).toEqual({ text: 'stage assigned', ids: ['PRC-2', 'PRC-9a'] });
    expect(splitIds('stage assigned')).toEqual({ text: 'stage assigned', ids: [] });
  });
});
