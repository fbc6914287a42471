import type { LabelTable } from './languages.js';

/** How much a list of figures includes, and why a requested item is absent. */
export const SCOPE_LABELS = {
  areas: (included: string, existing: string) => [
    `${included} of ${existing} areas with figures.`,
    `${included} zones sur ${existing} ayant des chiffres.`,
    `${included} von ${existing} Gebieten mit Zahlen.`,
    `${included} de ${existing} zonas con cifras.`,
    `${included} aree su ${existing} con dati.`,
  ],
  series: (included: string, existing: string) => [
    `${included} of ${existing} series.`,
    `${included} séries sur ${existing}.`,
    `${included} von ${existing} Reihen.`,
    `${included} de ${existing} series.`,
    `${included} serie su ${existing}.`,
  ],
  ranked: (included: string, existing: string) => [
    `The ${included} highest of ${existing}.`,
    `Les ${included} plus élevés sur ${existing}.`,
    `Die ${included} höchsten von ${existing}.`,
    `Los ${included} más altos de ${existing}.`,
    `I ${included} più alti su ${existing}.`,
  ],
  items: (included: string, existing: string) => [
    `${included} of ${existing} items of the list.`,
    `${included} éléments de la liste sur ${existing}.`,
    `${included} von ${existing} Einträgen der Liste.`,
    `${included} de ${existing} elementos de la lista.`,
    `${included} elementi dell’elenco su ${existing}.`,
  ],
  moreItems: (included: string) => [
    `The first ${included} items of the list; there are more.`,
    `Les ${included} premiers éléments de la liste ; il y en a d’autres.`,
    `Die ersten ${included} Einträge der Liste; es gibt weitere.`,
    `Los primeros ${included} elementos de la lista; hay más.`,
    `I primi ${included} elementi dell’elenco; ce ne sono altri.`,
  ],
  more: (included: string) => [
    `The first ${included} series; there are more.`,
    `Les ${included} premières séries ; il y en a d’autres.`,
    `Die ersten ${included} Reihen; es gibt weitere.`,
    `Las primeras ${included} series; hay más.`,
    `Le prime ${included} serie; ce ne sono altre.`,
  ],
  notCovered: (name: string, areas: string) => [
    `${name} is not covered by this indicator (${areas} areas).`,
    `${name} : non couvert par cet indicateur (${areas} zones).`,
    `${name}: von diesem Indikator nicht erfasst (${areas} Gebiete).`,
    `${name}: no figura en este indicador (${areas} zonas).`,
    `${name}: non incluso in questo indicatore (${areas} aree).`,
  ],
  noneWithBreakdown: (name: string) => [
    `${name} has no figures with this breakdown.`,
    `${name} : aucun chiffre pour cette ventilation.`,
    `${name}: keine Zahlen in dieser Aufgliederung.`,
    `${name}: sin cifras con este desglose.`,
    `${name}: nessun dato con questa disaggregazione.`,
  ],
  noTotal: (name: string, codes: string) => [
    `${name} has no total; choose a code of ${codes}.`,
    `${name} : pas de total ; choisissez un code de ${codes}.`,
    `${name}: keine Gesamtzahl; wählen Sie einen Code von ${codes}.`,
    `${name}: sin total; elija un código de ${codes}.`,
    `${name}: nessun totale; scegliere un codice di ${codes}.`,
  ],
  noneInPeriod: (name: string) => [
    `${name} has no figures in these periods.`,
    `${name} : aucun chiffre pour ces périodes.`,
    `${name}: keine Zahlen in diesen Zeiträumen.`,
    `${name}: sin cifras en estos períodos.`,
    `${name}: nessun dato in questi periodi.`,
  ],
  /** Why series are to be compared with care. */
  caution: (reasons: string) => [
    `Compare with care: ${reasons}.`,
    `À comparer avec prudence : ${reasons}.`,
    `Mit Vorsicht zu vergleichen: ${reasons}.`,
    `Compárese con cautela: ${reasons}.`,
    `Da confrontare con cautela: ${reasons}.`,
  ],
  /** @param area its code; empty for no area in particular */
  noFigures: (area: string) => [
    `No data${area && ` for ${area}`}.`,
    `Aucune donnée${area && ` pour ${area}`}.`,
    `Keine Daten${area && ` für ${area}`}.`,
    `Sin datos${area && ` para ${area}`}.`,
    `Nessun dato${area && ` per ${area}`}.`,
  ],
  noFiguresIn: (area: string, period: string, latest: string) => [
    `No data${area && ` for ${area}`} for ${period}; the latest is ${latest}.`,
    `Aucune donnée${area && ` pour ${area}`} (${period}) ; dernière période : ${latest}.`,
    `Keine Daten${area && ` für ${area}`} (${period}); letzter Zeitraum: ${latest}.`,
    `Sin datos${area && ` para ${area}`} (${period}); último período: ${latest}.`,
    `Nessun dato${area && ` per ${area}`} (${period}); ultimo periodo: ${latest}.`,
  ],
  noTotalFor: (area: string, codes: string) => [
    `There is no total${area && ` for ${area}`}; ask for a code of ${codes}.`,
    `Pas de total${area && ` pour ${area}`} ; demandez un code de ${codes}.`,
    `Keine Gesamtzahl${area && ` für ${area}`}; wählen Sie einen Code von ${codes}.`,
    `Sin total${area && ` para ${area}`}; elija un código de ${codes}.`,
    `Nessun totale${area && ` per ${area}`}; scegliere un codice di ${codes}.`,
  ],
  /** How many series or areas a page shows of those that exist. */
  outlined: (included: string, existing: string, isOfSeries: boolean) => [
    `${included} of ${existing} ${isOfSeries ? 'series' : 'areas'}, chosen by their latest figures.`,
    `${included} ${isOfSeries ? 'séries' : 'zones'} sur ${existing}, choisies d’après leurs derniers chiffres.`,
    `${included} von ${existing} ${isOfSeries ? 'Reihen' : 'Gebieten'}, nach ihren neuesten Zahlen gewählt.`,
    `${included} de ${existing} ${isOfSeries ? 'series' : 'zonas'}, elegidas por sus últimas cifras.`,
    `${included} ${isOfSeries ? 'serie' : 'aree'} su ${existing}, scelte in base ai dati più recenti.`,
  ],
  scope: ['Scope', 'Périmètre', 'Umfang', 'Alcance', 'Ambito'],
} as const satisfies LabelTable;
