import { notesOn } from './notesOn';

/** What people wrote about a purchase order. */
export const purchaseNotes = notesOn('purchase.order', 'notes on the order');
