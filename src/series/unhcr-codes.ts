/**
 * The three-letter codes of UNHCR that are not those of ISO 3166, each with the ISO code of its country. Some of them are
 * the ISO code of another country: AUS is Austria, ARE is Egypt, NGR is Niger. They are meant only in columns that hold
 * UNHCR's own codes (`coa` and `coo` in its API), never beside ISO codes.
 */
export const UNHCR_CODES: ReadonlyMap<string, string> = new Map(
  (
    'AGO=ANG ARE=UAE ATG=ANT AUS=AUL AUT=AUS BFA=BKF BGR=BUL BHR=BAH BIH=BSN BLZ=BZE BMU=BER BRB=BAR BRN=BRU BTN=BHU ' +
    'BWA=BOT CAF=CAR CHE=SWI CHN=CHI CIV=ICO COG=COB COM=COI CPV=CVI CRI=COS CYM=CAY DEU=GFR DJI=DJB DNK=DEN DZA=ALG ' +
    'EGY=ARE ERI=ERT ESH=WSH ESP=SPA FJI=FIJ GIN=GUI GMB=GAM GNQ=EGU GRC=GRE GRD=GRN GTM=GUA GUF=FGU HND=HON HTI=HAI ' +
    'IDN=INS IRL=IRE ISL=ICE KHM=CAM KNA=STK KWT=KUW LBN=LEB LSO=LES MAR=MOR MDG=MAD MKD=MCD MLT=MTA MMR=MYA MRT=MAU ' +
    'MTQ=MAR MUS=MTS MWI=MLW MYS=MLS MYT=MYP NCL=FNC NER=NGR NGA=NIG NLD=NET NPL=NEP PHL=PHI PRI=PUE PRK=KRN PRT=POR ' +
    'PRY=PAR PSE=GAZ PYF=FPO ROU=ROM SDN=SUD SGP=SIN SLB=SOL SLV=SAL SMR=SMA SWZ=SWA SYC=SEY TCA=TCI TCD=CHD TGO=TOG ' +
    'TLS=TMP TTO=TRT TZA=TAN URY=URU VGB=BVI VNM=SRV VUT=VAN WSM=WES ZAF=RSA ZMB=ZAM ZWE=ZIM'
  )
    .split(' ')
    .map((pair) => pair.split('=').reverse() as [string, string]),
);
