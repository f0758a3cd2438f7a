/** Whether another page shows this one in a frame, as a course's page may: it can forbid what a tab is free to do. */
export const isFramed = () => window !== window.top;
