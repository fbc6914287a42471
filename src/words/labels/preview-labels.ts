import type { InEachLanguage } from './languages.js';

/** What the page of a draft says of itself. */
export const PREVIEW_LABELS = {
  draft: ['Draft', 'Brouillon', 'Entwurf', 'Borrador', 'Bozza'],
  notPublic: ['Not public yet', 'Pas encore public', 'Noch nicht öffentlich', 'Aún no público', 'Non ancora pubblico'],
  draftNotice: [
    'Only people with this link can see this page. The link is valid for one day. Please do not share it.',
    'Seules les personnes qui ont ce lien, valable un jour, voient cette page. Merci de ne pas le transmettre.',
    'Diese Seite sieht nur, wer diesen Link hat. Er gilt einen Tag lang. Bitte nicht weitergeben.',
    'Solo ven esta página quienes tienen este enlace, válido durante un día. Le rogamos que no lo difunda.',
    'Questa pagina è visibile solo a chi ha questo link, valido per un giorno. Si prega di non diffonderlo.',
  ],
  draftIsNew: [
    'Not yet published: there is no public page.',
    'Pas encore publié : il n’y a pas de page publique.',
    'Noch nicht veröffentlicht: Es gibt keine öffentliche Seite.',
    'Aún no publicado: no hay página pública.',
    'Non ancora pubblicato: non esiste una pagina pubblica.',
  ],
  draftDiffers: [
    'This draft differs from the public page.',
    'Ce brouillon diffère de la page publique.',
    'Dieser Entwurf weicht von der öffentlichen Seite ab.',
    'Este borrador difiere de la página pública.',
    'Questa bozza differisce dalla pagina pubblica.',
  ],
  draftIsSame: [
    'This draft has the same content as the public page.',
    'Ce brouillon a le même contenu que la page publique.',
    'Dieser Entwurf hat denselben Inhalt wie die öffentliche Seite.',
    'Este borrador tiene el mismo contenido que la página pública.',
    'Questa bozza ha lo stesso contenuto della pagina pubblica.',
  ],
} as const satisfies Readonly<Record<string, InEachLanguage>>;
