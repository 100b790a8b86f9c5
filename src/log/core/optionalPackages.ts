/** Packages that only some uses of Parley need, listed as optional peer dependencies. */
import { createRequire } from 'node:module';

interface Manifest {
  readonly peerDependencies: Readonly<Record<string, string>>;
}

/** A package that this use of Parley needs is not installed; the message names the command. */
export class PackageMissing extends Error {
  readonly code = 'PACKAGE_MISSING';
  constructor(
    readonly purpose: string,
    readonly packages: readonly string[],
    cause: unknown,
  ) {
    const { peerDependencies } = createRequire(import.meta.url)('parley/package.json') as Manifest;
    const versions = packages.map((name) => `${name}@${peerDependencies[name]?.replace('^', '')}`);
    super(
      `${purpose} needs the package${packages.length === 1 ? '' : 's'} ${packages.join(', ')}: npm install ${versions.join(' ')}`,
      { cause },
    );
    this.name = 'PackageMissing';
  }
}

/**
 * What `load` imports from optional packages. Throws {@link PackageMissing} when one of `packages`
 * is not installed; `purpose` begins its message. Other errors of `load` pass through.
 */
export async function loadOptional<Module>(
  purpose: string,
  packages: readonly string[],
  load: () => Promise<Module>,
): Promise<Module> {
  try {
    return await load();
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === 'ERR_MODULE_NOT_FOUND' && packages.some((name) => message.includes(`'${name}'`)))
      throw new PackageMissing(purpose, packages, error);
    throw error;
  }
}
