import { describeWithReference, readFacts, shape } from '../support/facts.mts';
import { calledOperations, isLackingHere, isPublished, namedOperations } from '../support/live.mts';
import { notCalled } from './not-called.mts';

describeWithReference('the live suites', () => {
	const live = new Set(readFacts().filter((fact) => fact.live).map((fact) => shape(fact.method, fact.path)));
	const wanted = [...namedOperations()].filter(([, { method, path }]) => live.has(shape(method, path))).map(([name]) => name);

	it('have called every live operation that the server has', () => {
		const called = calledOperations();
		expect(wanted.length).toBeGreaterThan(50);
		expect(wanted.filter((name) => isPublished(name) && !isLackingHere(name) && !called.has(name) && !(name in notCalled))).toEqual([]);
	});

	it('leave out nothing that they could call', () => {
		const called = calledOperations();
		expect(Object.keys(notCalled).filter((name) => !wanted.includes(name) || called.has(name))).toEqual([]);
	});
});
