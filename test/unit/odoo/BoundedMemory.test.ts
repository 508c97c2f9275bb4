import { BoundedMemory } from '../../../src/odoo/BoundedMemory';

/** Makes values that tell how many were made before. */
function counted() {
	let made = 0;
	return () => ++made;
}

describe('BoundedMemory', () => {
	it('makes a value once', () => {
		const memory = new BoundedMemory<number>({ size: 2 });
		const make = counted();

		expect([memory.recall('a', 0, make), memory.recall('a', 1e15, make)]).toEqual([1, 1]);
	});

	it('makes it again after its lifetime, and after it was forgotten', () => {
		const memory = new BoundedMemory<number>({ size: 2, lifetimeMs: 100 });
		const make = counted();
		memory.recall('a', 0, make);

		expect([memory.recall('a', 99, make), memory.recall('a', 100, make)]).toEqual([1, 2]);
		memory.forget('a');
		expect(memory.recall('a', 100, make)).toBe(3);
	});

	it('drops the entry asked for longest ago when it is full', () => {
		const memory = new BoundedMemory<number>({ size: 2 });
		const make = counted();
		memory.recall('a', 0, make);
		memory.recall('b', 0, make);
		memory.recall('a', 0, make);
		memory.recall('c', 0, make);

		expect([memory.recall('a', 0, make), memory.recall('b', 0, make)]).toEqual([1, 4]);
	});
});
