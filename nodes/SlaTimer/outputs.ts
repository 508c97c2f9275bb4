/**
 * Outputs of Wait Until. The first leads back to the node on purpose: whatever goes wrong in n8n leaves
 * a waiting node there, and that must neither count as met nor as breached.
 */
export const LOOK_AGAIN = 0;
export const BREACHED = 1;
export const MET = 2;
export const WARNING = 3;
