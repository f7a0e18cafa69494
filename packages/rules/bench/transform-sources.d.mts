export function transformSources(build: string): void;
