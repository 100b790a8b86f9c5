/** Whether dist/dashboard holds a bundle of the sources as they are. */
export function isBuilt(): boolean;

/** Builds the bundle and returns what kept it from being built, or undefined. */
export function build(): string | undefined;
