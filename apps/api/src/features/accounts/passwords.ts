import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { hash, verify } from '@node-rs/argon2';
import { passwordTooPlain, tooBusy } from './accounts.errors.js';

/** OWASP's floor for argon2id: 46 MiB, one pass, one lane. The library's default algorithm is argon2id. */
const cost = { memoryCost: 47_104, timeCost: 1, parallelism: 1 };
const [inFlight, queued] = [4, 64];

/** Hashes and checks passwords, at most four at once so that a crowd cannot exhaust the memory. */
@Injectable()
export class Passwords {
  private running = 0;
  private readonly waiting: (() => void)[] = [];
  private decoy: Promise<string> | null = null;

  hash(password: string): Promise<string> {
    return this.limited(() => hash(password, cost));
  }

  /** Takes as long for an unknown account (`stored` null) as for a known one. */
  async matches(stored: string | null, password: string): Promise<boolean> {
    this.decoy ??= this.hash(randomBytes(24).toString('base64url'));
    const against = stored ?? (await this.decoy);
    const matched = await this.limited(() => verify(against, password));
    return stored !== null && matched;
  }

  /** @throws AppError when the password is nearly the person's name or hardly varied */
  assertGood(password: string, names: readonly string[]): void {
    const lower = password.toLowerCase();
    const named = names.some((name) => name.length >= 3 && lower.replace(name.toLowerCase(), '').length < 6);
    if (named || new Set(lower).size < 5) throw passwordTooPlain();
  }

  private async limited<T>(work: () => Promise<T>): Promise<T> {
    if (this.running >= inFlight) {
      if (this.waiting.length >= queued) throw tooBusy();
      await new Promise<void>((resolve) => this.waiting.push(resolve));
    }
    this.running += 1;
    try {
      return await work();
    } finally {
      this.running -= 1;
      this.waiting.shift()?.();
    }
  }
}
