import { readControls } from '../../nodes/LabelStudio/composite/control-tags';

/** As Label Studio 1.23.2 answered. */
const project = {
	label_config: `<View>
  <!-- <Choices name="off" toName="text"/> -->
  <Text name="text" value="$review.text"/>
  <Image name="img" value="$photo"/>
  <Choices name="mood" toName="text" choice="multiple"><Choice value="Good" alias="g"/><Choice value="Bad"/></Choices>
  <Choices name="topic" toName="text" value="$topics"/>
  <Rating name="stars" toName="text" maxRating="7"/>
  <TextArea name="note" toName="img" perRegion="true"/>
  <Pairwise name="better" toName="text,img"/>
</View>`,
	parsed_label_config: {
		mood: { type: 'Choices', to_name: ['text'], inputs: [{ type: 'Text', valueType: null, value: 'review.text' }], labels: ['g', 'Bad'], labels_attrs: { g: { value: 'Good', alias: 'g' }, Bad: { value: 'Bad' } } },
		topic: { type: 'Choices', to_name: ['text'], dynamic_labels: true, inputs: [{ type: 'Text', valueType: null, value: 'review.text' }], labels: [], labels_attrs: {} },
		stars: { type: 'Rating', to_name: ['text'], inputs: [{ type: 'Text', valueType: 'url', value: 'review.text' }], labels: [], labels_attrs: {} },
		note: { type: 'TextArea', to_name: ['gone', 'img'], inputs: [{ type: 'Image', valueType: null, value: 'photo' }], labels: [], labels_attrs: {} },
		better: { type: 'Pairwise', to_name: ['text', 'img'], inputs: [{ type: 'Text', value: 'review.text' }, { type: 'Image', value: 'photo' }], labels: [], labels_attrs: {} },
	},
};

const text = { name: 'text', type: 'Text', key: 'review.text', byAddress: false };
const image = { name: 'img', type: 'Image', key: 'photo', byAddress: false };

describe('control tags of a project', () => {
	const controls = readControls(project);

	it('come in the order of the config, with what they are about', () => {
		expect([...controls].map(([name, { type, objects }]) => [name, type, objects])).toEqual([
			['mood', 'Choices', [text]],
			['topic', 'Choices', [text]],
			['stars', 'Rating', [{ ...text, byAddress: true }]],
			['note', 'TextArea', [image]],
			['better', 'Pairwise', [text, image]],
		]);
	});

	it('have the labels that results may have, and say when there may be others', () => {
		expect(controls.get('mood')).toMatchObject({ labels: ['g', 'Bad'], hasOtherLabels: false, attributes: { choice: 'multiple' } });
		expect(controls.get('topic')).toMatchObject({ labels: [], hasOtherLabels: true });
	});

	it('say whether they are asked per region, and their attributes', () => {
		expect(controls.get('note')?.perRegion).toBe(true);
		expect(controls.get('stars')).toMatchObject({ perRegion: false, attributes: { maxRating: '7' } });
	});

	it('are none where there is no config', () => {
		expect(readControls({ label_config: '', parsed_label_config: null }).size).toBe(0);
	});
});
