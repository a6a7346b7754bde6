export { Person, send, type Answer, type Request } from './api.client.ts';
export { FOLLOWERS, type StoryInstallation } from './installation.ts';
export { atWork, waitForQuiet, type AtWork } from './quiet.ts';
export { SteppedTime } from './stepped.time.ts';
export { openStorySession, type StorySession } from './story.session.ts';
