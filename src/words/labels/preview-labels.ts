import type { InEachLanguage } from './languages.js';

/** What the page of a draft says of itself. */
export const PREVIEW_LABELS = {
  draft: ['Draft', 'Brouillon', 'Entwurf', 'Borrador', 'Bozza'],
  notPublic: ['Not public yet', 'Pas encore public', 'Noch nicht öffentlich', 'Aún no público', 'Non ancora pubblico'],
  draftNotice: [
    'Not yet published: this page is seen only by those who have its link, which holds for a day. Please do not pass it on.',
    'Pas encore publié : seules les personnes qui ont ce lien, valable un jour, voient cette page. Merci de ne pas le transmettre.',
    'Noch nicht veröffentlicht: Diese Seite sieht nur, wer ihren Link hat, der einen Tag lang gilt. Bitte nicht weitergeben.',
    'Aún no publicado: solo ven esta página quienes tienen su enlace, válido durante un día. Le rogamos que no lo difunda.',
    'Non ancora pubblicato: questa pagina è visibile solo a chi ha il link, valido per un giorno. Si prega di non diffonderlo.',
  ],
} as const satisfies Readonly<Record<string, InEachLanguage>>;
