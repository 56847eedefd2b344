/** A labeling interface for a common job. */
export interface Template {
	/** Key of the task data, where there is just one and its name is free. */
	readonly key?: string;
	/** Tag that a label becomes, where the user says what the labels are. */
	readonly item?: string;
	/** Labels for a user who names none. */
	readonly labels?: readonly string[];
	/** XML; `{{labels}}` stands for the labels, on a line of its own. */
	readonly config: string;
}

/** The templates of Project: Create From Template, by the values of its dropdown, which the capability names. */
export const templates: Readonly<Record<string, Template>> = {
	audioClassification: {
		key: 'audio',
		item: 'Choice',
		labels: ['Speech', 'Music', 'Noise'],
		config: `<View>
  <Header value="What is to be heard?"/>
  <Audio name="audio" value="$audio"/>
  <Choices name="class" toName="audio" choice="single" showInline="true">
    {{labels}}
  </Choices>
</View>`,
	},
	audioSegments: {
		key: 'audio',
		item: 'Label',
		labels: ['Speaker 1', 'Speaker 2'],
		config: `<View>
  <Labels name="label" toName="audio">
    {{labels}}
  </Labels>
  <Audio name="audio" value="$audio" zoom="true"/>
  <TextArea name="transcription" toName="audio" perRegion="true" editable="true" rows="2" placeholder="What is said here"/>
</View>`,
	},
	audioTranscription: {
		key: 'audio',
		config: `<View>
  <Audio name="audio" value="$audio"/>
  <Header value="Write down what is said"/>
  <TextArea name="transcription" toName="audio" rows="4" editable="true" maxSubmissions="1"/>
</View>`,
	},
	boundingBoxes: {
		key: 'image',
		item: 'Label',
		labels: ['Car', 'Person'],
		config: `<View>
  <Image name="image" value="$image" zoom="true"/>
  <RectangleLabels name="label" toName="image">
    {{labels}}
  </RectangleLabels>
</View>`,
	},
	imageCaption: {
		key: 'image',
		config: `<View>
  <Image name="image" value="$image"/>
  <Header value="Say in a sentence what the image shows"/>
  <TextArea name="caption" toName="image" rows="3" editable="true" maxSubmissions="1"/>
</View>`,
	},
	imageClassification: {
		key: 'image',
		item: 'Choice',
		labels: ['Good', 'Defective'],
		config: `<View>
  <Image name="image" value="$image"/>
  <Choices name="class" toName="image" choice="single" showInline="true">
    {{labels}}
  </Choices>
</View>`,
	},
	keypoints: {
		key: 'image',
		item: 'Label',
		labels: ['Left Eye', 'Right Eye', 'Nose'],
		config: `<View>
  <KeyPointLabels name="label" toName="image" strokeWidth="4">
    {{labels}}
  </KeyPointLabels>
  <Image name="image" value="$image" zoom="true"/>
</View>`,
	},
	namedEntities: {
		key: 'text',
		item: 'Label',
		labels: ['Person', 'Organization', 'Place', 'Date'],
		config: `<View>
  <Labels name="label" toName="text">
    {{labels}}
  </Labels>
  <Text name="text" value="$text" granularity="word"/>
</View>`,
	},
	ocr: {
		key: 'image',
		item: 'Label',
		labels: ['Printed', 'Handwritten'],
		config: `<View>
  <Image name="image" value="$image" zoom="true" rotateControl="true"/>
  <RectangleLabels name="label" toName="image">
    {{labels}}
  </RectangleLabels>
  <TextArea name="text" toName="image" perRegion="true" required="true" editable="true" maxSubmissions="1" rows="2" placeholder="What is written in the box" displayMode="region-list"/>
</View>`,
	},
	pairwiseComparison: {
		config: `<View>
  <Header value="Prompt"/>
  <Text name="prompt" value="$prompt"/>
  <Header value="Which answer is better?"/>
  <View style="display: grid; grid-template-columns: 1fr 1fr; gap: 1em">
    <Text name="left" value="$answer_a"/>
    <Text name="right" value="$answer_b"/>
  </View>
  <Pairwise name="better" toName="left,right"/>
</View>`,
	},
	polygons: {
		key: 'image',
		item: 'Label',
		labels: ['Building', 'Road'],
		config: `<View>
  <Image name="image" value="$image" zoom="true"/>
  <PolygonLabels name="label" toName="image" strokeWidth="2" pointSize="small">
    {{labels}}
  </PolygonLabels>
</View>`,
	},
	questionAnswerReview: {
		item: 'Choice',
		labels: ['Correct', 'Partly Correct', 'Wrong', 'Cannot Be Told'],
		config: `<View>
  <Header value="Source"/>
  <Text name="context" value="$context"/>
  <Header value="Question"/>
  <Text name="question" value="$question"/>
  <Header value="Answer"/>
  <Text name="answer" value="$answer"/>
  <Choices name="verdict" toName="answer" choice="single" showInline="true" required="true">
    {{labels}}
  </Choices>
  <Header value="A better answer, if there is one"/>
  <TextArea name="correction" toName="answer" rows="3" editable="true" maxSubmissions="1"/>
</View>`,
	},
	responseRanking: {
		config: `<View>
  <Header value="Prompt"/>
  <Text name="prompt" value="$prompt"/>
  <Header value="Put the best response on top"/>
  <List name="responses" value="$responses" title="Responses"/>
  <Ranker name="ranking" toName="responses"/>
</View>`,
	},
	responseRating: {
		item: 'Choice',
		labels: ['Harmful', 'Off Topic', 'Made Up', 'Too Long'],
		config: `<View>
  <Header value="Prompt"/>
  <Text name="prompt" value="$prompt"/>
  <Header value="Response"/>
  <Text name="response" value="$response"/>
  <Header value="How good is the response?"/>
  <Rating name="rating" toName="response" maxRating="5" required="true"/>
  <Header value="What is wrong with it?"/>
  <Choices name="problems" toName="response" choice="multiple" showInline="true">
    {{labels}}
  </Choices>
  <TextArea name="comment" toName="response" rows="2" editable="true" maxSubmissions="1"/>
</View>`,
	},
	semanticSegmentation: {
		key: 'image',
		item: 'Label',
		labels: ['Sky', 'Water', 'Land'],
		config: `<View>
  <Image name="image" value="$image" zoom="true"/>
  <BrushLabels name="label" toName="image">
    {{labels}}
  </BrushLabels>
</View>`,
	},
	sentiment: {
		key: 'text',
		item: 'Choice',
		labels: ['Positive', 'Negative', 'Neutral'],
		config: `<View>
  <Header value="How does the writer feel?"/>
  <Text name="text" value="$text"/>
  <Choices name="sentiment" toName="text" choice="single" showInline="true" required="true">
    {{labels}}
  </Choices>
</View>`,
	},
	textClassification: {
		key: 'text',
		item: 'Choice',
		labels: ['Question', 'Complaint', 'Praise', 'Other'],
		config: `<View>
  <Text name="text" value="$text"/>
  <Choices name="class" toName="text" choice="single">
    {{labels}}
  </Choices>
</View>`,
	},
	textRelations: {
		key: 'text',
		item: 'Label',
		labels: ['Person', 'Organization', 'Place'],
		config: `<View>
  <Relations>
    <Relation value="belongs to"/>
    <Relation value="is located in"/>
  </Relations>
  <Labels name="label" toName="text">
    {{labels}}
  </Labels>
  <Text name="text" value="$text" granularity="word"/>
</View>`,
	},
	textRewriting: {
		key: 'text',
		config: `<View>
  <Header value="Original"/>
  <Text name="text" value="$text"/>
  <Header value="Your version"/>
  <TextArea name="version" toName="text" rows="6" editable="true" required="true" maxSubmissions="1"/>
</View>`,
	},
	timeSeriesSegments: {
		key: 'series',
		item: 'Label',
		labels: ['Normal', 'Anomaly'],
		config: `<View>
  <TimeSeriesLabels name="label" toName="series">
    {{labels}}
  </TimeSeriesLabels>
  <TimeSeries name="series" valueType="json" value="$series" timeColumn="time">
    <Channel column="value" displayFormat=",.2f"/>
  </TimeSeries>
</View>`,
	},
	videoClassification: {
		key: 'video',
		item: 'Choice',
		labels: ['Suitable', 'Not Suitable'],
		config: `<View>
  <Video name="video" value="$video"/>
  <Choices name="class" toName="video" choice="single" showInline="true">
    {{labels}}
  </Choices>
</View>`,
	},
	videoTracking: {
		key: 'video',
		item: 'Label',
		labels: ['Vehicle', 'Pedestrian'],
		config: `<View>
  <Labels name="label" toName="video" allowEmpty="true">
    {{labels}}
  </Labels>
  <Video name="video" value="$video" framerate="25"/>
  <VideoRectangle name="box" toName="video"/>
</View>`,
	},
};
