import type { Signal } from './Area';
import { areas } from './areas';

/** Every fact that says something of the partners behind the records of an area. */
export const signals: ReadonlyArray<Signal & { area: string }> = areas.flatMap(
	({ id, signals: own = [] }) => own.map((signal) => ({ ...signal, area: id })),
);
