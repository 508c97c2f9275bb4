import { IANAZone } from 'luxon';
import { z } from 'zod';

/** A time zone by its name, such as `Europe/Berlin`. */
export const timeZoneSchema = z
	.string()
	.refine((zone) => IANAZone.isValidZone(zone), 'must be an IANA time zone');
