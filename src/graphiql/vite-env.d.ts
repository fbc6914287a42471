declare module 'virtual:chart.css';
declare module 'virtual:tokens.css';
