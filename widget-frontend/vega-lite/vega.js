// What Vega-Lite imports from "vega" comes from vega-util; the rest of Vega need not be in the script.
export { hasOwnProperty, isObject, isString, stringValue } from "vega-util";
