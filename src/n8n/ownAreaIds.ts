import { z } from 'zod';
import { splitByComma } from './splitByComma';

/** The field in which areas of the house's own are named beside the list of all others. */
export const ownAreaIds = z.string().default('').transform(splitByComma);
