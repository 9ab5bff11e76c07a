/** A small light in the corner of a chart that shows, a moment after work began, that the kernel works. */
export class Indicator {
  readonly element: HTMLElement;

  constructor() {
    this.element = document.createElement("div");
    this.element.className = "sheliak-indicator";
    this.element.setAttribute("role", "status");
    this.set(false);
  }

  /** Answers that come at once are never seen as work: the style delays the light. */
  set(isBusy: boolean): void {
    this.element.classList.toggle("sheliak-busy", isBusy);
    this.element.title = isBusy ? "The kernel is computing" : "";
  }
}
