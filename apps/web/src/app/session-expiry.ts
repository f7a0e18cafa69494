const listeners = new Set<() => void>();
let expired = false;

function set(value: boolean): void {
  expired = value;
  listeners.forEach((listener) => listener());
}

/** Whether the server said that the session is over while a screen was open: the screen stays, the sign-in comes on top. */
export const sessionExpiry = {
  expire: () => set(true),
  clear: () => set(false),
  subscribe: (listener: () => void) => {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  },
  current: () => expired,
};
