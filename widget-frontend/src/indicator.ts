/**
 * A small light in the corner of a chart that shows, a moment after work began, that the kernel works. Where no chart is
 * drawn yet, the style puts words beside it.
 */
export class Indicator {
  readonly element: HTMLElement;
  readonly #words = document.createElement("span");

  constructor() {
    this.element = document.createElement("div");
    this.element.className = "sheliak-indicator";
    this.element.setAttribute("role", "status");
    const light = document.createElement("span");
    light.className = "sheliak-indicator-light";
    this.#words.className = "sheliak-indicator-words";
    this.element.append(light, this.#words);
    this.set(false);
  }

  /** Answers that come at once are never seen as work: the style delays the light. */
  set(isBusy: boolean): void {
    this.element.classList.toggle("sheliak-busy", isBusy);
    this.#words.textContent = isBusy ? "The kernel is computing …" : "";
  }
}
