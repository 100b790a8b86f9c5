/** `/proposals`: the desk's inbox. */
import { useEffect } from 'react';
import { Inbox } from '../features/proposals/inbox.js';

export default function ProposalsPage() {
  useEffect(() => {
    document.title = 'Proposals – Parley';
  }, []);
  return <Inbox />;
}
