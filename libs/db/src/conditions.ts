/** The conditions of a query, with their numbered values. */
export class Conditions {
  readonly values: unknown[] = [];
  private readonly parts: string[] = ['true'];

  get text(): string {
    return this.parts.join(' AND ');
  }

  /** The placeholder of a value. */
  value(value: unknown): string {
    this.values.push(value);
    return `$${this.values.length}`;
  }

  add(condition: string): void {
    this.parts.push(condition);
  }

  /** `undefined` does not narrow. */
  addEqual(column: string, value: unknown): void {
    if (value !== undefined) this.add(this.equal(column, value));
  }

  equal(column: string, value: unknown): string {
    return `${column} = ${this.value(value)}`;
  }
}
