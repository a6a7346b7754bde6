/** What a pack may make mandatory (INT-10): fields of the receipt, and `contact`, any one way to reach the complainant. */
export const REGISTER_FIELDS = [
  ...(['contact', 'description', 'wish', 'departmentId', 'receivedAt'] as const),
  ...(['name', 'sex', 'address', 'relation', 'identity', 'contactPerson', 'mobile', 'phone', 'email'] as const),
  ...(['account', 'insuredOrOwner', 'important'] as const),
  ...(['category', 'reason', 'product', 'reference', 'place', 'happenedAt', 'departmentComplainedOf'] as const),
  ...(['personComplainedOf', 'lossClaimed', 'amountInDispute'] as const),
] as const;
