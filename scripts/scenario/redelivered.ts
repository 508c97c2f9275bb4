/**
 * Until then n8n has heard of anything that Odoo wrote. What n8n did not take in within a second, be
 * it busy or down, Odoo sends again after about two minutes, and once more after another four.
 */
export const REDELIVERED_MS = 480_000;
