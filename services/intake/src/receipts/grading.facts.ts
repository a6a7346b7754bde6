import type { RegisterComplaint } from '@redress/contracts';
import { namesDanger, type Facts, type FactValue, type GradingFact, type Pack } from '@redress/policy';

/** What the fields of a receipt tell the grading; what nobody has settled is left out (INT-18, INT-19). */
export function gradingFacts(receipt: RegisterComplaint, pack: Pack): Facts {
  const { assessment, complainant, matters, channel } = receipt;
  const facts: Partial<Record<GradingFact, FactValue | undefined>> = {
    severity: assessment.severity,
    urgency: assessment.urgency,
    prevalence: assessment.prevalence,
    customerImportance: importanceOf(receipt),
    agitation: assessment.grade,
    importantCustomer: isImportant(receipt) || complainant.important,
    danger: assessment.danger,
    wordsOfDanger: namesDanger(`${receipt.description}\n${receipt.wish ?? ''}`, pack.fastLane.words) || undefined,
    lossOfProperty: assessment.propertyLoss,
    lossClaimed: greatest(matters.map((matter) => matter.lossClaimed)),
    media: assessment.media,
    network: assessment.network,
    legal: assessment.legalDispute,
    coreInterest: assessment.coreInterest,
    threatensToGoOutside: assessment.threatensToGoOutside,
    hasBeenOutside: assessment.hasBeenOutside,
    hasComplainedToMedia: assessment.hasComplainedToMedia,
    staffSafety: assessment.staffSafety,
    repeated: receipt.repeatOf === undefined ? undefined : true,
    category: matters[0]?.category,
    channel,
  };
  return Object.fromEntries(
    Object.entries(facts).filter((entry): entry is [string, FactValue] => entry[1] !== undefined),
  );
}

/** From here on a customer is important; a public figure is one (INT-18). */
const IMPORTANT = 3;

function importanceOf(receipt: RegisterComplaint): number | undefined {
  return greatest([receipt.assessment.customerImportance, isImportant(receipt) ? IMPORTANT : undefined]);
}

function isImportant({ complainant }: RegisterComplaint): boolean {
  return complainant.important === true || complainant.identity === 'public-figure';
}

function greatest(amounts: readonly (number | undefined)[]): number | undefined {
  const known = amounts.filter((amount) => amount !== undefined);
  return known.length === 0 ? undefined : Math.max(...known);
}
