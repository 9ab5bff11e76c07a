import { odd, sparseCalls } from '../arguments.js';

export const tables = {
  odd,
  colors: ['red', 'steelblue', 'Transparent', '#f00', '#F08a', '#12345', '#123456', '#12345678', 'rgb(1,2,3)', 'rgb( 300 , -5,3 )', 'rgb(1.5,2,3)', 'rgb(10%, 20%,30%)', 'rgba(1,2,3,0.5)', 'rgba(1,2,3,0)', 'rgba(10%,20%,30%,1e-1)', 'hsl(120,50%,50%)', 'hsl(-60, 100%, 25%)', 'hsla(300,0%,50%,.5)', 'hsl(90,50%,0%)',
    'hsla(1,2%,3%,0)', ' Blue ', 'none', '', 'black', 'white', '#808080', null, 7].map((c) => ({ c })),
  channels: [[0, 0, 0], [255, 255, 255], [10.4, 200.5, 300], [0.5, 0.25, 0.75], [50, 20, -30], [-400, 0.3, 0.6], [NaN, 50, 50], [null, 1, 2]].map(([x, y, z]) => ({ x, y, z })),
};

const spaces = ['rgb', 'hsl', 'lab', 'hcl'];

export const groups = [
  { table: 'colors', sources: [...spaces.flatMap((space) => [`${space}(datum.c)`, `'' + ${space}(datum.c)`]), 'luminance(datum.c)', "contrast(datum.c, 'white')", 'rgb(datum.c).r', 'hcl(lab(datum.c))', 'hsl(rgb(datum.c))', 'rgb(hsl(datum.c))', 'lab(hcl(datum.c)).l', 'luminance(hsl(datum.c))'] },
  { table: 'channels', sources: spaces.flatMap((space) => [`${space}(datum.x, datum.y, datum.z)`, `'' + ${space}(datum.x, datum.y, datum.z, 0.5)`, `rgb(${space}(datum.x, datum.y, datum.z))`, `hsl(${space}(datum.x, datum.y, datum.z))`, `hcl(${space}(datum.x, datum.y, datum.z))`]) },
  { sources: ["rgb({r: 1, g: 2, b: 3})", 'rgb()', "hsl('red').h", "lab('#abc')", "isObject(rgb('red'))", "rgb('red') == 'rgb(255, 0, 0)'", "contrast('black', 'white')", "luminance('#777')", "rgb('red').opacity", "contrast('nothing', 'white')", "merge(rgb('red'), {b: 9})"] },
  { table: 'odd', sources: [...spaces.flatMap((space) => [`${space}(datum.v)`, `${space}(10, datum.v, 30)`, `'' + ${space}(datum.v, 20, 30)`]), 'luminance(datum.v)', "contrast(datum.v, 'black')"] },
  { sources: sparseCalls([...spaces, 'luminance']).concat(['contrast()', "contrast('red')", "contrast('red', 'red', 1)"]) },
];
