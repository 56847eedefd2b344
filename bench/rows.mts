/** A row of the bulk bench: a text of some length, and a value of its own. */
export const benchRow = (index: number): { sku: string; text: string } => ({
	sku: `sku-${String(index).padStart(6, '0')}`,
	text: `Row ${index}: the kettle boils within two minutes and keeps the water warm for hours, only the lid is a bit loose.`,
});

/** The same as source, for expressions in workflows. */
export const benchRowSource = `(index) => ({ sku: 'sku-' + String(index).padStart(6, '0'), text: 'Row ' + index + ': the kettle boils within two minutes and keeps the water warm for hours, only the lid is a bit loose.' })`;
