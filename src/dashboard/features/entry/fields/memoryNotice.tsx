/** Says what this device remembers of sources and speakers, with a button that refuses it. */
import { useState } from 'react';
import { isRemembering, setRemembering } from '../model/memory.js';

export function MemoryNotice() {
  const [remembers, setRemembers] = useState(isRemembering);
  const toggle = () => {
    setRemembering(!remembers);
    setRemembers(!remembers);
  };
  return (
    <p className="soft">
      {remembers
        ? 'This device remembers the publishers and speakers you enter, with their kind and role.'
        : 'This device remembers no publishers and speakers.'}{' '}
      <button type="button" className="quiet" onClick={toggle}>
        {remembers ? 'Forget them and stop' : 'Remember them'}
      </button>
    </p>
  );
}
