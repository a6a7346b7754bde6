import { Injectable } from '@nestjs/common';

/** Wakes the relays of this process after a commit; relays of other processes poll. */
@Injectable()
export class RelayBell {
  private readonly listeners: (() => void)[] = [];

  onRing(listener: () => void): void {
    this.listeners.push(listener);
  }

  ring(): void {
    for (const listener of this.listeners) listener();
  }
}
