const names = ['Linear', ...['Quad', 'Cubic', 'Poly', 'Sin', 'Exp', 'Circle', 'Bounce', 'Back', 'Elastic'].flatMap((name) => [name,
  `${name}In`, `${name}Out`, `${name}InOut`])];

export const tables = { times: [0, 0.1, 0.3, 0.5, 0.6, 0.85, 0.99, 1, '0.25', null].map((t) => ({ t })) };

export const groups = [{ table: 'times', sources: names.map((name) => `ease${name}(datum.t)`) }];
