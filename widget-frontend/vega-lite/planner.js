// The planner is at hand in the JVM: whoever runs the script defines the function that throws a fault.
export const parseExpression = (text) => globalThis.parseExpression(text);
