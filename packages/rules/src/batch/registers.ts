/** Units that a kernel works on at once: the registers of one indicator stay in the innermost cache. */
export const blockLength = 2048;

/** States of a value or an indicator, one byte. Of several obstacles the smallest is the first to tell (ME2). */
export const state = {
  number: 0,
  notApplicable: 1,
  missing: 2,
  pending: 3,
  cannotCompute: 4,
  vetoed: 5,
  /** Missing, and nobody in the cohort was scored whose mean could stand in (FI3). */
  missingWithoutMean: 6,
  /** The indicator is not for this unit. */
  elsewhere: 255,
} as const;

/** Takes over the states of a block; without any, every unit has a number. */
export function copyStates(target: Uint8Array, states: Uint8Array | null, length: number): void {
  if (states === null) target.fill(state.number, 0, length);
  else target.set(states.subarray(0, length));
}

/** Scratch memory of one block. Indicators are worked out one after the other, so each begins again with the same registers. */
export class Registers {
  private readonly numbers: Float64Array[] = [];
  private readonly bytes: Uint8Array[] = [];
  private usedNumbers = 0;
  private usedBytes = 0;

  /** Hands all registers out again: what was computed before is no longer needed. */
  reset(): void {
    this.usedNumbers = 0;
    this.usedBytes = 0;
  }

  number(): Float64Array {
    const register = this.numbers[this.usedNumbers] ?? new Float64Array(blockLength);
    this.numbers[this.usedNumbers] = register;
    this.usedNumbers += 1;
    return register;
  }

  byte(): Uint8Array {
    const register = this.bytes[this.usedBytes] ?? new Uint8Array(blockLength);
    this.bytes[this.usedBytes] = register;
    this.usedBytes += 1;
    return register;
  }
}

/** Why something cannot be done in integers within the proven bounds. Caught where the column is compiled, which then becomes a slow one. */
export class BeyondKernel extends Error {}
