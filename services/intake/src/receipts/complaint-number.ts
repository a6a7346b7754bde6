/** The number a customer can quote (INT-2): year, running number, Luhn check digit. `R26-0000018`. */
export function complaintNumber(year: number, running: number): string {
  const digits = `${String(year % 100).padStart(2, '0')}${String(running).padStart(6, '0')}`;
  return `R${digits.slice(0, 2)}-${digits.slice(2)}${luhn(digits)}`;
}

/** True when a quoted number has the right form and check digit. */
export function isComplaintNumber(text: string): boolean {
  const match = /^R(\d{2})-(\d{6,12})(\d)$/.exec(text);
  return match !== null && luhn(`${match[1]}${match[2]}`) === Number(match[3]);
}

function luhn(digits: string): number {
  const sum = [...digits].reverse().reduce((total, digit, index) => {
    const value = Number(digit) * (index % 2 === 0 ? 2 : 1);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return (10 - (sum % 10)) % 10;
}
