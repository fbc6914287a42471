import { chartStyle } from '../charts/palette.js';
import { siteStyle } from '../html/site-style.js';

/** The style sheet of all pages. */
export const SITE_STYLE = siteStyle(chartStyle());
