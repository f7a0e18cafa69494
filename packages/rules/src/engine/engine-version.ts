/** Names the arithmetic. It changes whenever any result for the same inputs could change; sealed packages record it. */
export const engineVersion = 'heng-engine/1.0';
