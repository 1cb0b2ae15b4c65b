declare module 'plotly.js-basic-dist-min' {
  const Plotly: Pick<typeof import('plotly.js'), 'react' | 'purge'>;
  export default Plotly;
}
