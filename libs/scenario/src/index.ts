export { Person, send, type Answer, type Request } from './api.client.ts';
export { ACTING_FOLLOWERS, FOLLOWERS, type StoryInstallation } from './installation.ts';
export { atWork, waitForQuiet, type AtWork, type QuietScope } from './quiet.ts';
export { SteppedTime } from './stepped.time.ts';
export { openStorySession, type StorySession } from './story.session.ts';
export { loadStoryBooks, STORIES_FOLDER, StoryRefused, type StoryBook } from './story/story.book.ts';
export type { Story } from './story/story.ts';
export { playStories, type StoryVerdict } from './run/play.stories.ts';
export { faultsOfVerdict, verdictLines } from './run/verdict.lines.ts';
