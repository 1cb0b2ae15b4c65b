declare module 'plotly.js-basic-dist-min' {
  const Plotly: Pick<typeof import('plotly.js'), 'react' | 'purge' | 'Plots'>;
  export default Plotly;
}
