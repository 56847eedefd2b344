import type { IDataObject } from 'n8n-workflow';
import { readTaskPages } from '../http/task-pages';
import { taskQueryText } from '../http/task-query';
import type { Composite } from './composite';
import { projectControls } from './control-tags';
import { alignRows, taskRows, type ListedTask, type RowOptions } from './flat-rows';

/** What is read of each task. The choice reaches into annotations: without their own fields they come as bare ids. Seen in Label Studio 1.23.2. */
const fields = {
	annotations: 'id,data,annotations,result,completed_by,created_username,created_at,updated_at,lead_time,was_cancelled,ground_truth',
	predictions: 'id,data,predictions',
};

/** A project's labels as flat rows. Tasks are read page by page, and only their rows are kept. */
export const taskGetRows: Composite = {
	each: async ({ client, progress }, _index, values) => {
		const { unit, source, limit } = values as { unit: RowOptions['unit']; source: RowOptions['source']; limit: number };
		const options: RowOptions = { unit, source, skipCancelled: values.skip_cancelled === true };
		const project = String(values.project);
		const controls = await projectControls(client, project);
		const rows: ReturnType<typeof taskRows> = [];
		let read = 0;
		const request = {
			method: 'GET' as const,
			path: '/api/tasks/',
			query: [
				['project', project],
				['fields', 'all'],
				['include', fields[source]],
				['resolve_uri', 'false'],
				...(values.query ? [['query', taskQueryText(values.query)] as const] : []),
			] as const,
		};
		await readTaskPages(client, request, Infinity, (tasks) => {
			for (const task of tasks as ListedTask[]) for (const row of taskRows(task, options)) rows.push(row);
			read += tasks.length;
			progress(`${read} tasks read, ${rows.length} rows`);
			return rows.length < limit;
		});
		rows.length = Math.min(rows.length, limit);
		return alignRows(rows, options, controls).map((json: IDataObject) => ({ json }));
	},
};
