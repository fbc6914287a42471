/** What another server wrote is seen in what is given from memory after so many milliseconds at the latest. */
export const LATEST_MS = 450;
